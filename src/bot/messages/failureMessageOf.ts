import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { failureMessage } from '../../cards/talk/failureMessage.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import type { GenieFailure } from '../../questions/ports.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

export type FailureMessageDeps = ReadingSettings &
  Pick<BotDeps, 'adminContact' | 'isQuestion' | 'signIn'>;

/**
 * The message that says why a question has no answer.
 *
 * @param said what Genie said about it
 */
export function failureMessageOf(
  question: Question,
  deps: FailureMessageDeps,
  said?: GenieFailure,
): OutgoingMessage {
  const { adminContact, isQuestion, signIn } = deps;
  const { place, text, failure, decision, run } = question;
  const { code, errorId, detail, silentMs } = failure ?? { code: 'internal' as const, errorId: '' };
  return failureMessage({
    ...readerOf(place, deps),
    // A button said it, and what is typed can't repeat it.
    question: decision ? '' : (text ?? ''),
    answerKey: answerKeyOf(question),
    code,
    errorId,
    identity: signIn ? 'person' : 'bot',
    ...(detail && { detail }),
    genieTexts: said?.texts ?? [],
    suggestions: said?.suggestions.filter(isQuestion) ?? [],
    ...(silentMs && { silentMs }),
    adminContact,
    ...(run && { run, isAskedOnce: !isQuestion(text ?? '') }),
  });
}
