import { failureWords } from '../../cards/talk/failureWords.ts';
import { codeOf, detailOf, type ErrorCode } from '../../common/errors.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Texts } from '../../texts/texts.ts';
import type { BotDeps } from '../deps.ts';
import { sorryText } from './sorryText.ts';

/** What is so, and no fault of anyone's. */
const ordinary: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'answer-gone',
  'conversation-gone',
  'identity-changed',
  'sign-in-expired',
  'sign-in-mismatch',
  'sign-in-required',
]);

/** What stands for an answer that can't be read now: why, and what to do. */
export function unreadText(
  error: unknown,
  questionId: string,
  texts: Texts,
  { signIn, adminContact, log }: Pick<BotDeps, 'signIn' | 'adminContact' | 'log'>,
): string {
  const identity = signIn ? 'person' : 'bot';
  const code = codeOf(error);
  if (ordinary.has(code)) {
    const { what, advice } = failureWords({ code, detail: detailOf(error), identity }, texts);
    return texts.sentences([what, advice]);
  }
  const errorId = newErrorId();
  log.warn('turn.unread', { questionId, errorId, code, error });
  return sorryText(
    { lead: texts.conversations.unread, error, errorId, identity, adminContact },
    texts,
  );
}
