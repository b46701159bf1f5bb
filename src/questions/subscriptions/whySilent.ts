import type { ErrorCode } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import type { Silence } from '../subscription.ts';

/** These messages bring an answer that is there. */
const bringAnswers: ReadonlySet<ErrorCode | undefined> = new Set<ErrorCode>([
  'delivery-unsure',
  'undeliverable',
]);

/** The card that asks to sign in says it, and stays. */
const saidBefore: ErrorCode = 'sign-in-late';

/** Why the outcome of a run isn't to be shown, as far as its subscription knows; `undefined` for any other question. */
export async function whySilent(
  { run, state, failure }: Question,
  { subscriptions, settings }: Pick<QuestionDeps, 'subscriptions' | 'settings'>,
): Promise<Extract<Silence, 'over' | 'told'> | undefined> {
  if (run === undefined) return undefined;
  if (settings.subscriptions === undefined) return 'over';
  const current = await subscriptions.get(run.subscriptionId);
  const isOver = current?.value.revision !== run.revision || current.value.paused !== undefined;
  if (isOver) return 'over';
  if (state !== 'failing' || bringAnswers.has(failure?.code)) return undefined;
  return run.isTold || failure?.code === saidBefore ? 'told' : undefined;
}
