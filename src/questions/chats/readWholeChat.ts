import type { ChatDeps } from './chatDeps.ts';
import { findChat } from './findChat.ts';
import { type ChatNames, nameChats } from './nameChats.ts';
import { readChat } from './readChats.ts';
import { readNewest } from './readNewest.ts';
import type { ReadTurn } from './readOutcome.ts';

/** A chat with all its turns, oldest first. */
export interface WholeChat extends ChatNames {
  /** When its first question was asked (ms since 1970). */
  startedAt: number;
  turns: ReadTurn[];
  /** There are older ones. */
  isCut: boolean;
}

/** Reads one of an owner's chats for a file; `undefined`: it isn't theirs, or is gone. */
export async function readWholeChat(
  id: string,
  owner: string,
  deps: ChatDeps,
): Promise<WholeChat | undefined> {
  const chat = (await findChat(id, owner, deps))?.value;
  if (chat === undefined) return undefined;
  const read = await readChat(chat, deps);
  if (read === undefined) {
    const { title, createdAt: startedAt } = chat;
    return { startedAt, ...(title && { title }), turns: [], isCut: false };
  }
  const [turns, names] = await Promise.all([
    readNewest(read.questions, deps),
    nameChats([read], deps),
  ]);
  return {
    startedAt: read.questions[0].acceptedAt,
    ...names.get(read),
    turns,
    isCut: read.questions.length > turns.length,
  };
}
