/**
 * The line in a channel or group for a person without a sign-in. Everyone there reads it, so it doesn't quote the
 * question.
 *
 * @param hasChat whether their own chat with the bot could be opened: the card is there
 * @param isPrivate whether the answer comes to that chat, too
 */
export function signInFirstText(hasChat: boolean, isPrivate = true): string {
  const first = isPrivate
    ? 'Please sign in in our chat first; I’ll answer there.'
    : 'Please sign in in our chat first; then I’ll answer here.';
  return hasChat ? first : `${first} Open a chat with me and type “sign in” within 15 minutes.`;
}
