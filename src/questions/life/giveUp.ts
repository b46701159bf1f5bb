import { AppError } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { endQuestion } from '../steps/endQuestion.ts';
import { ensureStreamEnded } from '../steps/showCancelled.ts';
import { fail } from '../steps/step.ts';
import { withoutReading } from './deliver.ts';

/**
 * Gives up on a question that crashes every attempt. The asker is told; if telling them is what crashes, there is
 * nothing left to try, but a stream is ended.
 */
export async function giveUp(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { question } = held;
  const { state, unfinished } = question;
  if (state === 'failing') {
    await endQuestion(held, deps, { state: 'failed' });
    // Once it has ended: what crashes here isn't tried again.
    await ensureStreamEnded(question, deps);
    return;
  }
  const message = `All of ${unfinished} attempts crashed`;
  await withoutReading(held, (careful) => fail(careful, new AppError('internal', message), deps));
}
