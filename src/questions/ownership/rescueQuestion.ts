import type { QuestionDeps } from '../deps.ts';
import { setWatchdogs } from './watchdog.ts';

/**
 * A queue message failed too often to be redelivered. Its question need not fail: the cause may have been storage or a
 * setting. So it is watched again; if it has ended by then, it is left alone.
 *
 * @param questionId `undefined` if the message could not be read
 */
export async function rescueQuestion(
  questionId: string | undefined,
  { queue, log }: Pick<QuestionDeps, 'queue' | 'log'>,
): Promise<void> {
  log.error('queue.poison', { questionId });
  if (questionId !== undefined) await setWatchdogs(questionId, queue);
}
