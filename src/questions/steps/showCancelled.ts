import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { openStreamOf } from '../stream.ts';

type ShowDeps = Pick<QuestionDeps, 'questions' | 'courier' | 'clock' | 'log'>;

/** Turns a cancelled question's progress message into a note that says so, and ends its stream. Best effort. */
export async function showCancelled(question: Question, deps: ShowDeps): Promise<void> {
  const { courier, log } = deps;
  try {
    await courier.showCancelled(question);
    if (openStreamOf(question)) await forgetStream(question.id, deps);
  } catch (error) {
    log.warn('progress.notEnded', { questionId: question.id, error });
  }
}

/** Ends the stream of a question that was cancelled by an instance that could no longer do so. */
export async function ensureStreamEnded(question: Question, deps: ShowDeps): Promise<void> {
  if (openStreamOf(question)) await showCancelled(question, deps);
}

async function forgetStream(id: string, { questions, clock }: ShowDeps): Promise<void> {
  await retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined) return undefined;
    const { stream: _ended, ...question } = current.value;
    return (await questions.replace(current, question)) ? undefined : 'conflict';
  });
}
