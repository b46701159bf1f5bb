import type { QuestionDeps } from '../deps.ts';
import type { Work } from '../ports.ts';
import { setWatchdogs } from './watchdog.ts';

/**
 * A queue message failed too often to be redelivered. Its question need not fail: the cause may have been storage or a
 * setting. So it is watched again; if it has ended by then, it is left alone.
 *
 * @param work `undefined` if the message could not be read
 */
export async function rescueQuestion(
  work: Work | undefined,
  { queue, log }: Pick<QuestionDeps, 'queue' | 'log'>,
): Promise<void> {
  log.error('queue.poison', { questionId: work?.questionId });
  if (work) await setWatchdogs(work.questionId, queue);
}
