import { mapAtMost } from '../../common/mapAtMost.ts';
import { withinBudget } from '../../common/withinBudget.ts';
import { asAsker } from '../deps.ts';
import type { Genie } from '../ports.ts';
import type { ChatDeps } from './chatDeps.ts';
import type { ReadChat } from './readChats.ts';

/** What a chat is called. */
export interface ChatNames {
  /** Its owner's name for it, or its first question; absent if that can't be had. */
  title?: string;
  spaceTitle?: string;
}

/** In real time: nobody waits longer for titles. */
const budgetMs = 4_000;

/** Calls of Genie at the same time. */
const callsAtOnce = 6;

type NameDeps = Pick<ChatDeps, 'identities' | 'genie' | 'words'>;

/** The names of chats, read side by side. What Genie doesn't say in time is left out. */
export async function nameChats(
  chats: readonly ReadChat[],
  deps: NameDeps,
): Promise<Map<ReadChat, ChatNames>> {
  const names = new Map<ReadChat, ChatNames>(chats.map((each) => [each, ownNames(each, deps)]));
  const learn = (each: ReadChat, more: ChatNames) =>
    names.set(each, { ...names.get(each), ...more });
  const spaces = new Map<string, Promise<string | undefined>>();
  const readSpace = (spaceId: string, genie: Pick<Genie, 'describeSpace'>) => {
    const reading =
      spaces.get(spaceId) ??
      genie.describeSpace(spaceId).then(
        ({ title }) => title,
        () => undefined,
      );
    spaces.set(spaceId, reading);
    return reading;
  };
  await withinBudget(budgetMs, (signal) =>
    mapAtMost(callsAtOnce, chats, async (each) => {
      signal.throwIfAborted();
      if (each.reads === 'unknown') return;
      const { place, askedAs, spaceId } = each.newest;
      const { genie } = asAsker(place, deps, askedAs);
      const isNamed = names.get(each)?.title !== undefined;
      await Promise.all([
        spaceId &&
          readSpace(spaceId, genie).then((title) => title && learn(each, { spaceTitle: title })),
        isNamed ||
          deps.words
            .recall(each.questions[0], genie, signal)
            .then((title) => title && learn(each, { title })),
      ]);
    }),
  );
  return names;
}

/** What can be said without asking. */
function ownNames({ chat, questions, reads }: ReadChat, { words }: NameDeps): ChatNames {
  const title = chat.title ?? (reads === 'unknown' ? undefined : words.get(questions[0]));
  return title ? { title } : {};
}
