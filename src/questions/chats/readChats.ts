import { mapAtMost } from '../../common/mapAtMost.ts';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';
import { askedAt, byAskedAt } from '../answered/askedAt.ts';
import { isShown } from '../answered/isShown.ts';
import type { Chat } from '../chat.ts';
import { chatSessionIdOf } from '../ids.ts';
import { endStates, type Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';
import { createWhoReads, isShownTo, type ReadAs } from './whoReads.ts';

/** A chat in which something was asked. */
export interface ReadChat {
  chat: Chat;
  /** What its owner can see, oldest first. */
  questions: [Question, ...Question[]];
  newest: Question;
  /** Milliseconds since 1970. */
  lastAt: number;
  /** Whether something in it is still being answered. */
  isBusy: boolean;
  reads: ReadAs;
}

type ReadDeps = Pick<ChatDeps, 'chats' | 'questions' | 'identities'>;

/** Chats that are listed at most, the newest. */
const mostChats = 200;

/** Chats that are looked into: each visit leaves one in which, often, nothing is asked. */
const mostRead = 400;

/** Rows that are read at the same time. */
const rowsAtOnce = 10;

/** How long it can take to learn as whom an owner asks Genie; in real time. */
const identityPatienceMs = 3_000;

/**
 * An owner's chats in which something was asked, that which was asked in last first, without deleted ones.
 *
 * @returns `isPartial`: there are more
 */
export async function readChats(
  owner: string,
  deps: ReadDeps,
): Promise<{ chats: ReadChat[]; isPartial: boolean }> {
  const kept = (await deps.chats.listAll(owner))
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((one, other) => other.openedAt - one.openedAt);
  const whoReads = createWhoReads(deps.identities);
  const read = await mapAtMost(rowsAtOnce, kept.slice(0, mostRead), (chat) =>
    readChat(chat, deps, whoReads),
  );
  const chats = read.filter((chat) => chat !== undefined).sort(byLastAt);
  return {
    chats: chats.slice(0, mostChats),
    isPartial: chats.length > mostChats || kept.length > mostRead,
  };
}

/** What its owner can see of a chat; `undefined`: nothing was asked in it. */
export async function readChat(
  chat: Chat,
  { questions, identities }: Pick<ChatDeps, 'questions' | 'identities'>,
  whoReads = createWhoReads(identities),
): Promise<ReadChat | undefined> {
  const { id, forgottenAt = 0 } = chat;
  const all = await questions.listAll(chatSessionIdOf(id));
  const known = all
    .filter((each) => isShown(each) && askedAt(each) > forgottenAt && !each.conversationDeleted)
    .sort(byAskedAt);
  const last = known.at(-1);
  if (last === undefined) return undefined;
  const reads = await inTime(whoReads(last.place));
  const shown = known.filter((question) => isShownTo(question, reads));
  const [first, ...rest] = shown;
  if (first === undefined) return undefined;
  const newest = rest.at(-1) ?? first;
  return {
    chat,
    questions: [first, ...rest],
    newest,
    lastAt: askedAt(newest),
    isBusy: shown.some(({ state }) => !endStates.has(state)),
    reads,
  };
}

async function inTime(reading: Promise<ReadAs>): Promise<ReadAs> {
  try {
    return await withTimeLimit(identityPatienceMs, ({ signal }) => untilAborted(reading, signal));
  } catch {
    return 'unknown';
  }
}

/** That which was asked in last first. */
export function byLastAt(one: ReadChat, other: ReadChat): number {
  return other.lastAt - one.lastAt || (other.chat.id < one.chat.id ? -1 : 1);
}
