import type { QuestionDeps } from '../deps.ts';
import { setWatchdogs } from '../ownership/watchdog.ts';
import type { DueWork, Work } from '../ports.ts';
import { rescueLook } from '../subscriptions/rescueLook.ts';

/**
 * A queue message failed too often to be redelivered. Its question need not fail: the cause may have been storage or a
 * setting. So it is watched again; if it has ended by then, it is left alone. A look at a subscription is repeated.
 *
 * @param work `undefined` if the message could not be read
 */
export async function rescueWork(
  work: Work | DueWork | undefined,
  deps: Pick<QuestionDeps, 'subscriptions' | 'queue' | 'clock' | 'log'>,
): Promise<void> {
  const { kind: _, ...about } = work ?? {};
  deps.log.error('queue.poison', about);
  if (work === undefined) return;
  if ('questionId' in work) await setWatchdogs(work.questionId, deps.queue);
  else await rescueLook(work, deps);
}
