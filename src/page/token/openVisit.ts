import type { Clock } from '../../common/clock.ts';
import type { Visit } from '../../questions/chat.ts';
import { findChat } from '../../questions/chats/findChat.ts';
import { newChatId, ownerOfChat } from '../../questions/ids.ts';
import type { ChatStore, VisitStore } from '../../questions/ports.ts';
import { retryOnConflict } from '../../questions/retryOnConflict.ts';
import { PageError, type PageVisitor } from '../route.ts';
import type { DirectLine, Grant, GrantFor } from './directLine.ts';

export interface OpenVisitDeps {
  directLine: DirectLine;
  visits: VisitStore;
  chats: ChatStore;
  /** How long a chat is kept that nobody opens again. */
  keepChatsMs: number;
  clock: Clock;
}

/** What a visitor wants to open; nothing: a new chat. */
export interface Wish {
  /** A conversation of the channel's, to go on in. */
  conversationId?: string | undefined;
  chatId?: string | undefined;
}

export interface Opened extends Grant {
  chatId: string;
  /** It's the conversation that was asked for. */
  isResumed: boolean;
}

/** Who opens it. */
export interface Opener extends GrantFor {
  visitor: PageVisitor;
}

const dayMs = 24 * 3_600_000;

/** Who is signed in opens the page again within a day, at the latest; on this machine alone, nobody has to. */
const countsMs = { signedIn: dayMs, anonymous: 30 * dayMs };
const knownMs = 30 * dayMs;

/** Far longer than any conversation's ID. */
const longestId = 200;

/**
 * Opens a conversation of the channel's for a visitor. Whose it is has been written down when its token leaves: without
 * that, nobody would know whom it was given to.
 *
 * @throws PageError for another visitor's chat, or without a channel
 */
export async function openVisit(
  { visitor, ...whose }: Opener,
  wish: Wish,
  deps: OpenVisitDeps,
): Promise<Opened> {
  const { directLine, clock } = deps;
  const visit = await findVisit(wish.conversationId, visitor, deps);
  const chatId = wish.chatId ?? visit?.chatId;
  const chat = chatId === undefined ? undefined : await findChat(chatId, visitor.owner, deps);
  if (wish.chatId !== undefined && chat === undefined) throw noSuchChat();
  const resumed =
    visit && chat && visit.chatId === chat.value.id ? await directLine.goOn(visit.id) : undefined;
  const grant = resumed ?? (await directLine.open(whose));
  const now = clock.now();
  const id = chat?.value.id ?? newChatId(visitor.owner);
  await Promise.all([
    saveVisit(toVisit(grant, id, { visitor, ...whose }, now), deps),
    saveChat(id, chat !== undefined, grant.conversationId, deps),
  ]);
  return { ...grant, chatId: id, isResumed: resumed !== undefined };
}

/** The visit that a conversation is of, if it's this visitor's. */
async function findVisit(
  conversationId: string | undefined,
  { owner }: PageVisitor,
  { visits }: OpenVisitDeps,
): Promise<Visit | undefined> {
  if (!conversationId || conversationId.length > longestId) return undefined;
  const visit = (await visits.get(conversationId))?.value;
  return visit && ownerOfChat(visit.chatId) === owner ? visit : undefined;
}

function toVisit(
  { conversationId }: Grant,
  chatId: string,
  { visitor: { person }, userId }: Opener,
  now: number,
): Visit {
  const countsUntil = now + (person ? countsMs.signedIn : countsMs.anonymous);
  return {
    id: conversationId,
    userId,
    chatId,
    user: {
      ...(person?.name && { name: person.name }),
      ...(person && { aadObjectId: person.objectId }),
    },
    ...(person?.email && { email: person.email }),
    ...(person?.tenantId && { tenantId: person.tenantId }),
    ...(person && { isGuest: person.isGuest }),
    countsUntil,
    expiresAt: countsUntil + knownMs,
  };
}

async function saveVisit(visit: Visit, { visits, clock }: OpenVisitDeps): Promise<void> {
  await retryOnConflict(clock, async () => {
    const current = await visits.get(visit.id);
    // The channel's IDs are its own: one that is another visitor's must not change hands.
    if (current && ownerOfChat(current.value.chatId) !== ownerOfChat(visit.chatId)) {
      throw new PageError(503, 'unavailable', 'Direct Line named another visitor’s conversation');
    }
    const written = current ? await visits.replace(current, visit) : await visits.insert(visit);
    return written ? undefined : 'conflict';
  });
}

/** One that was there can be deleted while Direct Line is asked. It mustn't come back by being opened. */
async function saveChat(
  id: string,
  wasThere: boolean,
  conversationId: string,
  { chats, clock, keepChatsMs }: OpenVisitDeps,
): Promise<void> {
  const now = clock.now();
  const opened = { conversationId, openedAt: now };
  await retryOnConflict(clock, async () => {
    const current = await chats.get(id);
    const isGone = current === undefined || current.value.deletedAt !== undefined;
    if (wasThere && isGone) throw noSuchChat();
    const expiresAt = Math.max(current?.value.expiresAt ?? 0, now + keepChatsMs);
    const written = current
      ? await chats.replace(current, { ...current.value, ...opened, expiresAt })
      : await chats.insert({ id, createdAt: now, ...opened, expiresAt });
    return written ? undefined : 'conflict';
  });
}

function noSuchChat(): PageError {
  return new PageError(404, 'not-found', 'There is no such chat');
}
