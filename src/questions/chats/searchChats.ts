import { mapAtMost } from '../../common/mapAtMost.ts';
import { withinBudget } from '../../common/withinBudget.ts';
import { wordsIn } from '../askerLabel.ts';
import { asAsker } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import type { Question } from '../question.ts';
import type { ChatDeps } from './chatDeps.ts';
import { foldText } from './foldText.ts';
import type { ReadChat } from './readChats.ts';

/** In real time: the person waits for what they typed. */
const budgetMs = 5_000;

/** Calls of Genie at the same time. */
const callsAtOnce = 6;

/** Pages of one conversation's messages. */
const mostPages = 20;

type SearchDeps = Pick<ChatDeps, 'identities' | 'genie' | 'words' | 'turns'>;

/**
 * Those of an owner's chats whose name, or one of whose questions, has all words of `search`. Words that the rows have
 * forgotten come from Genie, one conversation at a time, the newest first.
 *
 * @returns `isPartial`: not everything could be looked at in time
 */
export async function searchChats(
  search: string,
  chats: readonly ReadChat[],
  deps: SearchDeps,
): Promise<{ chats: ReadChat[]; isPartial: boolean }> {
  const terms = foldText(search).split(/\s+/).filter(Boolean);
  const isMatch = (text: string | undefined) => {
    const folded = text === undefined ? undefined : foldText(text);
    return folded !== undefined && terms.every((term) => folded.includes(term));
  };
  const found = new Set<ReadChat>();
  const look = (each: ReadChat) => {
    const known = each.reads === 'unknown' ? [] : each.questions.map(deps.words.get);
    if ([each.chat.title, ...known].some(isMatch)) found.add(each);
    return found.has(each);
  };
  const unsure = chats.filter((each) => !look(each));
  let isUnread = false;
  const isDone = await withinBudget(budgetMs, async (signal) => {
    await mapAtMost(callsAtOnce, unsure, async (each) => {
      for (const conversation of forgottenIn(each, deps)) {
        signal.throwIfAborted();
        const isRead = await readConversation(conversation, each, deps, signal);
        if (!isRead) isUnread = true;
        if (look(each)) return;
      }
    });
  });
  return { chats: chats.filter((each) => found.has(each)), isPartial: isUnread || !isDone };
}

/** The questions of one conversation of which nobody here knows the words. */
type Forgotten = [Question, ...Question[]];

function forgottenIn({ questions }: ReadChat, { words }: SearchDeps): Forgotten[] {
  const forgotten = questions.filter(
    (question) => question.messageId && words.get(question) === undefined,
  );
  const groups = Map.groupBy(forgotten, ({ conversationId }) => conversationId);
  return [...groups.values()].reverse().filter((group): group is Forgotten => group.length > 0);
}

/** Reads the words of a conversation's questions. False: they can't all be read. */
async function readConversation(
  questions: Forgotten,
  { reads }: ReadChat,
  deps: SearchDeps,
  signal: AbortSignal,
): Promise<boolean> {
  if (reads === 'unknown') return false;
  const [{ place, askedAs, spaceId = '', conversationId = '' }] = questions;
  const byMessage = new Map(questions.map((question) => [question.messageId, question]));
  const note = (messageId: string | undefined, content: string) => {
    const question = byMessage.get(messageId);
    if (question === undefined) return;
    deps.words.note(question.id, wordsIn(content, question));
    byMessage.delete(messageId);
  };
  try {
    if (isEndpoint(spaceId)) {
      const turns = await deps.turns.listAll(conversationId);
      for (const { messageId, question } of turns) note(messageId, question);
      // What is over is nowhere any more.
      return true;
    }
    const { genie } = asAsker(place, deps, askedAs);
    let page: string | undefined;
    for (let read = 0; read < mostPages && byMessage.size > 0; read += 1) {
      const { items, nextPage } = await genie.listMessages(spaceId, conversationId, page, signal);
      for (const { messageId, content } of items) note(messageId, content);
      if (nextPage === undefined) return true;
      page = nextPage;
    }
    return byMessage.size === 0;
  } catch {
    return false;
  }
}
