import { fill } from '../parts/fill.js';

/**
 * Deletes chats, with ten seconds to think again. The server hides a chat at the first word and deletes it at the
 * second; if the page never gets to say it, by itself.
 *
 * @param focusNear puts the focus where someone can go on who has deleted a chat
 */
export function setUpDeletions({ api, words, toasts, list, opener, focusNear }) {
  const endOf = new Map();

  const remove = (chat, isByKeyboard) => {
    const { id } = chat;
    if (endOf.has(id)) return;
    const wasCurrent = opener.current() === id;
    const neighbour = list.hide(id);
    const asked = api.remove(id);
    const fresh = wasCurrent && opener.open({});

    /** Each deletion is settled once: by its end, by Undo or by a server that refuses it. */
    const settle = () => endOf.delete(id);
    const finish = ({ hadFocus }) => {
      if (!settle()) return;
      asked.then(() => api.removeNow(id)).catch(() => {});
      if (hadFocus) focusNear(neighbour);
    };
    const undo = async ({ hadFocus }) => {
      if (!settle()) return;
      list.show(id);
      if (hadFocus) list.focus(id);
      const isGone = await asked.then(
        () => true,
        () => false,
      );
      if (isGone) await api.restore(id).catch(({ message }) => toasts.show(message));
      await list.load({ isQuiet: true });
      if (wasCurrent && isUntouched(await fresh)) opener.open({ chatId: id });
    };
    /** Nothing was asked in the chat that took this one's place. */
    const isUntouched = (chatId) => opener.current() === chatId && !list.has(chatId);

    const end = toasts.show(fill(words.deleted, { title: chat.title }), {
      action: { title: words.undo, run: undo },
      onEnd: finish,
      hasFocus: isByKeyboard,
    });
    endOf.set(id, end);
    if (!isByKeyboard) focusNear(neighbour);

    asked.catch(({ message }) => {
      settle();
      end();
      list.show(id);
      toasts.show(message);
    });
  };

  // Nobody can think again on a page that has gone.
  addEventListener('pagehide', () => {
    for (const end of [...endOf.values()]) end();
  });

  return remove;
}
