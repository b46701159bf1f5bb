import type { QuestionDeps } from '../deps.ts';
import type { DueWork, Work } from '../ports.ts';
import { setWatchdogs } from './watchdog.ts';

/** Well within the hour in which a run is caught up. */
const lookAgainMs = 5 * 60_000;

/**
 * A queue message failed too often to be redelivered. Its question need not fail: the cause may have been storage or a
 * setting. So it is watched again; if it has ended by then, it is left alone. A look at a subscription is repeated later,
 * for the same reason: if there was another meanwhile, it's dropped.
 *
 * @param work `undefined` if the message could not be read
 */
export async function rescueQuestion(
  work: Work | DueWork | undefined,
  { queue, log }: Pick<QuestionDeps, 'queue' | 'log'>,
): Promise<void> {
  const { kind: _, ...about } = work ?? {};
  log.error('queue.poison', about);
  if (work === undefined) return;
  if ('questionId' in work) await setWatchdogs(work.questionId, queue);
  else await queue.send(work, lookAgainMs);
}
