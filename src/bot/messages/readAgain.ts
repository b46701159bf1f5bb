import type { Answer } from '../../answers/answer.ts';
import { checkIdentity } from '../../questions/answered/checkIdentity.ts';
import type { Question } from '../../questions/question.ts';
import { idsOf } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { inTime } from './inTime.ts';

/** Reads an answer from Genie again while its asker waits. @throws GenieError, AppError */
export function readAgain(
  question: Question,
  { genie, identities }: Pick<BotDeps, 'genie' | 'identities'>,
): Promise<Answer> {
  return inTime(async (signal) => {
    await checkIdentity(question, { identities });
    return genie.readAnswer(await genie.getMessage(idsOf(question), signal), signal);
  });
}
