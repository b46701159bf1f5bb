import type { Texts } from '../../texts/texts.ts';

export interface SignInFirst {
  /** Whether the person's own chat with the bot could be opened: the card is there. */
  hasChat: boolean;
  /** Whether the answer comes to that chat, too. */
  isPrivate: boolean;
}

/**
 * The line in a channel or group for a person without a sign-in. Everyone there reads it, so it doesn't quote the
 * question.
 */
export function signInFirstText(
  { hasChat, isPrivate }: SignInFirst,
  { signIn: { first }, sentences }: Texts,
): string {
  const where = isPrivate ? first.answerThere : first.answerHere;
  return sentences([where, !hasChat && first.openChat]);
}
