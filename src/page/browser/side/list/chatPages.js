/**
 * As many pages of the list as are shown, one after the other.
 *
 * @returns the chats, and whether there are more
 */
export async function readChatPages(api, { search, pageCount, isQuiet }) {
  const chats = new Map();
  let after;
  for (let page = 0; page < pageCount; page++) {
    const { chats: found, next } = await api.listChats({ search, after, isQuiet });
    // One that moves up between two requests comes twice.
    for (const chat of found) if (!chats.has(chat.id)) chats.set(chat.id, chat);
    after = next;
    if (after === undefined) break;
  }
  return { chats: [...chats.values()], hasMore: after !== undefined };
}
