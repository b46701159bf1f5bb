import type { QuestionDeps } from '../deps.ts';
import type { DueWork } from '../ports.ts';

/** Well within the hour in which a run is caught up. */
const lookAgainMs = 5 * 60_000;

/**
 * A look at a subscription failed too often to be redelivered. It's repeated later, since the cause may have been storage
 * or a setting; if there was another meanwhile, it's dropped.
 *
 * @param look `undefined` if the message could not be read
 */
export async function rescueSubscription(
  look: DueWork | undefined,
  { looks, log }: Pick<QuestionDeps, 'looks' | 'log'>,
): Promise<void> {
  const { kind: _, ...about } = look ?? {};
  log.error('queue.poison', about);
  if (look) await looks.send(look, lookAgainMs);
}
