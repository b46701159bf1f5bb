import type { QuestionDeps } from '../deps.ts';
import type { DueWork, Work } from '../ports.ts';
import { setWatchdogs } from './watchdog.ts';

/**
 * A queue message failed too often to be redelivered. Its question need not fail: the cause may have been storage or a
 * setting. So it is watched again; if it has ended by then, it is left alone. A subscription is looked at again by the
 * sweep.
 *
 * @param work `undefined` if the message could not be read
 */
export async function rescueQuestion(
  work: Work | DueWork | undefined,
  { queue, log }: Pick<QuestionDeps, 'queue' | 'log'>,
): Promise<void> {
  const { kind: _, ...about } = work ?? {};
  log.error('queue.poison', about);
  if (work !== undefined && 'questionId' in work) await setWatchdogs(work.questionId, queue);
}
