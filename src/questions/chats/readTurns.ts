import { AppError } from '../../common/errors.ts';
import { mapAtMost } from '../../common/mapAtMost.ts';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';
import type { Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';
import { type ReadTurn, readOutcome } from './readOutcome.ts';

/** Answers that are read for one request at the same time. */
const answersAtOnce = 3;

/** One answer takes at most that long, in real time. */
const answerMs = 12_000;

/**
 * Reads what became of questions, oldest first. Never throws: an answer that fails or takes too long leaves the others
 * there.
 *
 * @param budgetMs for all of them, in real time
 */
export async function readTurns(
  questions: readonly Question[],
  budgetMs: number,
  deps: Pick<ChatDeps, 'identities' | 'genie' | 'words'>,
): Promise<ReadTurn[]> {
  return withTimeLimit(budgetMs, (all) =>
    mapAtMost(answersAtOnce, questions, (question) =>
      withTimeLimit(
        answerMs,
        (one) => untilOver(question, readOutcome(question, deps, one.signal), one.signal),
        all.signal,
      ),
    ),
  );
}

async function untilOver(
  question: Question,
  reading: Promise<ReadTurn>,
  signal: AbortSignal,
): Promise<ReadTurn> {
  try {
    return await untilAborted(reading, signal);
  } catch (cause) {
    const error = new AppError('genie-unavailable', 'Reading the answer took too long', { cause });
    const { text } = question;
    return { question, ...(text !== undefined && { text }), outcome: { kind: 'unread', error } };
  }
}
