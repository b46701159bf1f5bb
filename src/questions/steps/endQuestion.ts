import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { mark } from '../ownership/mark.ts';
import { passTurn } from '../ownership/passTurn.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { endingAt, reportEnd } from './ending.ts';

/** Ends a question's turn and, unless it is `overdue`, the question itself. */
export async function endQuestion(
  held: HeldQuestion,
  deps: QuestionDeps,
  change: Change,
): Promise<void> {
  const { clock, log } = deps;
  await mark(held, { stream: undefined, ...change, ...endingAt(clock.now(), deps) }, clock);
  await passTurn(held.question, deps);
  const { id, inLine, parked, askingAt, askedAt, troubledSince } = held.question;
  const wasLost = troubledSince !== undefined && askingAt !== undefined && askedAt === undefined;
  if (inLine || parked || wasLost) await giveUpPlaces([id], deps);
  // It may still end with an answer.
  if (change.state === 'overdue') log.info('question.overdue', { questionId: held.question.id });
  else reportEnd(held.question, log);
}
