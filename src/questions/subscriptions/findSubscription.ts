import type { QuestionDeps } from '../deps.ts';
import { ownerOfSubscription } from '../ids.ts';
import type { Subscription } from '../subscription.ts';

/** The subscription with an ID, as a card names it; `undefined`: there is none. Whose it is, the caller checks. */
export async function findSubscription(
  id: string,
  { subscriptions }: Pick<QuestionDeps, 'subscriptions'>,
): Promise<Subscription | undefined> {
  if (ownerOfSubscription(id) === undefined) return undefined;
  return (await subscriptions.get(id))?.value;
}
