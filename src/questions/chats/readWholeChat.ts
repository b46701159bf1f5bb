import { askedAt } from '../answered/askedAt.ts';
import type { Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';
import { findChat } from './findChat.ts';
import { type ChatNames, nameChats } from './nameChats.ts';
import { readChat } from './readChats.ts';
import type { ReadTurn } from './readOutcome.ts';
import { readTurns } from './readTurns.ts';

/** A chat with all its turns, oldest first. */
export interface WholeChat extends ChatNames {
  /** When its first question was asked (ms since 1970). */
  startedAt: number;
  turns: ReadTurn[];
  /** There are older ones. */
  isCut: boolean;
}

/** Turns that are read at most. */
const mostTurns = 200;

/** In real time: a file takes longer than a page, but a browser waits no longer than some minutes. */
const budgetMs = 100_000;

/** What the cells of all of them can have. 200 answers of 5,000 rows would take an instance's whole memory. */
const mostCharacters = 25_000_000;

/** What a cell takes beside its text, in memory and in a file. */
const cellCharacters = 16;

/** Read before it's known how much there is. */
const turnsAtOnce = 3;

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
    startedAt: askedAt(read.questions[0]),
    ...names.get(read),
    turns,
    isCut: read.questions.length > turns.length,
  };
}

/** Reads what became of questions: the newest ones, as many as fit in a file, oldest first. Never throws. */
async function readNewest(
  questions: readonly Question[],
  deps: Parameters<typeof readTurns>[2],
): Promise<ReadTurn[]> {
  const until = performance.now() + budgetMs;
  const left = questions.slice(-mostTurns);
  const turns: ReadTurn[] = [];
  let room = mostCharacters;
  while (left.length > 0 && room > 0) {
    const next = left.splice(-turnsAtOnce);
    const read = await readTurns(next, Math.max(0, until - performance.now()), deps);
    for (const turn of read.reverse()) {
      room -= sizeOf(turn);
      if (turns.length > 0 && room < 0) break;
      turns.push(turn);
    }
  }
  return turns.reverse();
}

function sizeOf({ outcome }: ReadTurn): number {
  if (outcome.kind !== 'answer') return 0;
  let size = 0;
  for (const { rows } of outcome.answer.tables)
    for (const row of rows) for (const cell of row) size += (cell?.length ?? 0) + cellCharacters;
  return size;
}
