/**
 * The line in a channel or group for a person without a sign-in. Everyone there reads it, so it doesn't quote the
 * question.
 *
 * @param hasChat whether their own chat with the bot could be opened: the card is there
 */
export function signInFirstText(hasChat: boolean): string {
  return hasChat
    ? 'Please sign in in our chat first; I’ll answer there.'
    : 'Please sign in in our chat first; I’ll answer there. Open a chat with me and type “sign in” within 15 minutes.';
}
