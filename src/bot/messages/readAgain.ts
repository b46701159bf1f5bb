import type { Answer } from '../../answers/answer.ts';
import type { Genie } from '../../questions/ports.ts';
import type { Question } from '../../questions/question.ts';
import { idsOf } from '../../questions/question.ts';
import { inTime } from './inTime.ts';

/** Reads an answer from Genie again while its asker waits. @throws GenieError, AppError */
export function readAgain(
  question: Question,
  genie: Pick<Genie, 'getMessage' | 'readAnswer'>,
): Promise<Answer> {
  return inTime(async (signal) =>
    genie.readAnswer(await genie.getMessage(idsOf(question), signal), signal),
  );
}
