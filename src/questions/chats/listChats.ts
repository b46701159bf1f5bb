import { askedAt } from '../answered/askedAt.ts';
import type { ChatDeps } from './chatDeps.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import { type ChatNames, nameChats } from './nameChats.ts';
import { byLastAt, type ReadChat, readChats } from './readChats.ts';
import { searchChats } from './searchChats.ts';

/** An entry at the side. */
export interface ListedChat extends ChatNames {
  id: string;
  /** When its first and its newest question were asked (ms since 1970). */
  startedAt: number;
  lastAt: number;
  isBusy: boolean;
}

export interface ChatList {
  chats: ListedChat[];
  next?: string;
  /** There is more that wasn't looked at. */
  isPartial: boolean;
}

const pageSize = 30;

/**
 * One page of an owner's chats, that which was asked in last first.
 *
 * @param search only those whose names or questions have these words
 * @param after the page before ended there
 */
export async function listChats(
  owner: string,
  { search, after }: { search?: string | undefined; after?: Cursor | undefined },
  deps: ChatDeps,
): Promise<ChatList> {
  const read = await readChats(owner, deps);
  const found = search ? await searchChats(search, read.chats, deps) : undefined;
  const chats = (found?.chats ?? read.chats).toSorted(byLastAt);
  const isPartial = search !== undefined && (read.isPartial || found?.isPartial === true);
  const left = after ? chats.filter((chat) => isAfter(chat, after)) : chats;
  const shown = left.slice(0, pageSize);
  const names = await nameChats(shown, deps);
  const last = shown.at(-1);
  return {
    chats: shown.map((each) => ({
      id: each.chat.id,
      ...names.get(each),
      startedAt: askedAt(each.questions[0]),
      lastAt: each.lastAt,
      isBusy: each.isBusy,
    })),
    ...(last &&
      left.length > pageSize && { next: writeCursor({ at: last.lastAt, id: last.chat.id }) }),
    isPartial,
  };
}

function isAfter({ lastAt, chat }: ReadChat, { at, id }: Cursor): boolean {
  return lastAt < at || (lastAt === at && chat.id < id);
}
