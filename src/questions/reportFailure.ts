import { AppError } from '../errors.ts';
import { tellFailure } from './deliver.ts';
import type { QuestionDeps } from './deps.ts';
import { holdLease, takeLease } from './lease.ts';
import { endStates } from './question.ts';
import { queueNext } from './queueNext.ts';
import { fail } from './steps.ts';

/**
 * A queue message failed too often to be tried again. Where nobody works on its question any more, the asker is told
 * that there will be no answer.
 *
 * @param questionId `undefined` where the message could not be read
 */
export async function reportFailure(
  questionId: string | undefined,
  deps: QuestionDeps,
): Promise<void> {
  const { questions, log } = deps;
  log.error('queue.poison', { questionId });
  const current = questionId === undefined ? undefined : await questions.get(questionId);
  if (current === undefined || endStates.has(current.value.state)) return;
  const taken = await takeLease(current, deps);
  if (taken === undefined) return;
  const step = await holdLease(taken, deps, async (held) => {
    if (held.question.state !== 'failing') {
      await fail(held, new AppError('internal', 'Its queue message failed too often'), deps);
    }
    return tellFailure(held, deps);
  });
  await queueNext(taken.value.id, step, deps);
}
