import type { QuestionDeps } from '../deps.ts';
import { setWatchdogs } from './watchdog.ts';

/**
 * A queue message failed too often to be tried again. Its question need not: it may have been the storage that was
 * troubled, or the settings. So it is looked after anew; what has ended by then is left alone.
 *
 * @param questionId `undefined` where the message could not be read
 */
export async function rescueQuestion(
  questionId: string | undefined,
  { queue, log }: Pick<QuestionDeps, 'queue' | 'log'>,
): Promise<void> {
  log.error('queue.poison', { questionId });
  if (questionId !== undefined) await setWatchdogs(questionId, queue);
}
