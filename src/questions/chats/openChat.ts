import { askedAt } from '../answered/askedAt.ts';
import type { Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';
import { continueChat } from './continueChat.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import { findChat } from './findChat.ts';
import { type ChatNames, nameChats } from './nameChats.ts';
import { readChat } from './readChats.ts';
import type { ReadTurn } from './readOutcome.ts';
import { readTurns } from './readTurns.ts';

/** A chat, and a page of its turns, oldest first. */
export interface OpenedChat extends ChatNames {
  id: string;
  /** When its first question was asked, if one was (ms since 1970). */
  startedAt: number;
  spaceId?: string;
  turns: ReadTurn[];
  next?: string;
}

const pageSize = 10;

/** In real time: a page that waits longer has been closed. */
const budgetMs = 25_000;

/**
 * Opens one of an owner's chats, and lets their next question go on there; `undefined`: it isn't theirs, or is gone.
 *
 * @param after the page before ended there
 * @param except the channel's conversation whose turns aren't wanted: they aren't read from Genie either
 */
export async function openChat(
  id: string,
  owner: string,
  { after, except }: { after: Cursor | undefined; except: string | undefined },
  deps: ChatDeps,
): Promise<OpenedChat | undefined> {
  const chat = (await findChat(id, owner, deps))?.value;
  if (chat === undefined) return undefined;
  const read = await readChat(chat, deps);
  if (read === undefined) {
    const { title, createdAt: startedAt } = chat;
    return { id, startedAt, ...(title && { title }), turns: [] };
  }
  // An owner of 200 questions turns 20 pages, and opens the chat once.
  if (after === undefined) await continueChat(read, deps);
  const left = read.questions.filter(
    (each) => each.place.conversation.id !== except && (!after || isAfter(each, after)),
  );
  const shown = left.slice(0, pageSize);
  const [turns, names] = await Promise.all([
    readTurns(shown, budgetMs, deps),
    nameChats([read], deps),
  ]);
  const last = shown.at(-1);
  const { spaceId } = read.newest;
  return {
    id,
    startedAt: askedAt(read.questions[0]),
    ...names.get(read),
    ...(spaceId && { spaceId }),
    turns,
    ...(last &&
      left.length > pageSize && { next: writeCursor({ at: askedAt(last), id: last.id }) }),
  };
}

function isAfter(question: Question, after: Cursor): boolean {
  const at = askedAt(question);
  return at > after.at || (at === after.at && question.id > after.id);
}
