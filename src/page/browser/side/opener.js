/**
 * Opens chats, one at a time: who clicks faster than a chat opens gets the last one.
 *
 * @param openChat shows a chat in the page
 * @param onChange told when another chat is current
 */
export function createOpener({ openChat, currentChat, toasts, onChange }) {
  let wanted;
  let running;

  const run = async () => {
    let target;
    while (wanted !== target) {
      target = wanted;
      try {
        await openChat(target);
      } catch ({ message }) {
        if (wanted === target) toasts.show(message);
      }
    }
    wanted = undefined;
    running = undefined;
    onChange();
    return currentChat();
  };

  return {
    /** The ID of the chat that is shown, or is about to be. */
    current: () => (wanted === undefined ? currentChat() : wanted.chatId),
    /** Resolves with the ID of the chat that is shown then. */
    open(target) {
      wanted = target;
      onChange();
      running ??= run();
      return running;
    },
  };
}
