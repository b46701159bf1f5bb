/** The parts of the Bot Framework's conversation reference that we need, plain enough to be stored. */
export interface Place {
  channelId: string;
  serviceUrl: string;
  conversation: { id: string; conversationType?: string; tenantId?: string; isGroup?: boolean };
  user: { id: string; name?: string; aadObjectId?: string };
  /** The team that a Teams channel belongs to. */
  teamId?: string;
  bot: { id: string; name?: string };
  /** The activity that the answer replies to. */
  activityId?: string;
  locale?: string;
  timeZone?: string;
  /** Who writes here on our own chat page. It comes from what we keep, never from an activity. */
  visitor?: Visitor;
}

/** Who writes on the chat page, and in which of their chats. `user.aadObjectId` is theirs if they are signed in. */
export interface Visitor {
  chatId: string;
  /** What Entra ID says of who is signed in: the name that they sign in with, if it's an address. */
  email?: string;
  tenantId?: string;
  /** Whether they are a guest in that tenant. */
  isGuest?: boolean;
}

/** How a person reads, as far as their client says. */
export type Reading = Pick<Place, 'locale' | 'timeZone'>;

type MaybeReading = { [Field in keyof Reading]: Reading[Field] | undefined };

/** How a place's user reads. */
export function readingOf({ locale, timeZone }: MaybeReading): Reading {
  return { ...(locale && { locale }), ...(timeZone && { timeZone }) };
}

/** A place that itself says nothing of how its user reads: as they read elsewhere, or before. */
export function readLike<T extends Reading>(place: T, other: Reading | undefined): T {
  return place.locale === undefined && other ? { ...place, ...readingOf(other) } : place;
}

/** What a channel can do, and how far to trust it. */
export interface ChannelTraits {
  /** The dialect of Adaptive Cards that it shows. */
  cards: 'teams' | 'webchat';
  /** Whether a message can be changed after it was sent. */
  canUpdate: boolean;
  /** Whether what it says of people is true: who they are, their tenant, their profile. */
  vouchesForPeople: boolean;
  /** Whether people share places: group chats, and channels of teams. */
  hasSharedPlaces: boolean;
  /** Whether a web page shows it, and can send ratings over HTTP. */
  isInPage: boolean;
}

/** The page writes what the bot is told, and could send any object id. An update is answered with 405. */
const inPage: ChannelTraits = {
  cards: 'webchat',
  canUpdate: false,
  vouchesForPeople: false,
  hasSharedPlaces: false,
  isInPage: true,
};

const teams: ChannelTraits = {
  cards: 'teams',
  canUpdate: true,
  vouchesForPeople: true,
  hasSharedPlaces: true,
  isInPage: false,
};

/** The channel of our own chat page. */
export const pageChannelId = 'directline';

/** By the Bot Framework's ids. */
const channels: ReadonlyMap<string, ChannelTraits> = new Map([
  ['msteams', teams],
  ['webchat', inPage],
  [pageChannelId, inPage],
]);

/** The channels that a page can show, ours among them. */
export const pageChannelIds = [...channels].flatMap(([id, { isInPage }]) => (isInPage ? [id] : []));

/** What the channel of a place can do. An unknown channel is trusted no more than Web Chat. */
export function channelOf({ channelId }: Pick<Place, 'channelId'>): ChannelTraits {
  return channels.get(channelId) ?? inPage;
}

/** Whether it's certain who a place's user is: the channel vouches for them, or they signed in to the chat page. */
export function vouchesFor({ channelId, user, visitor }: WithUser): boolean {
  if (channelOf({ channelId }).vouchesForPeople) return true;
  return visitor !== undefined && user.aadObjectId !== undefined;
}

type WithUser = Pick<Place, 'channelId' | 'user' | 'visitor'>;

/** Whether the bot is meant to be reached through a channel. */
export function isKnownChannel(channelId: string): boolean {
  return channels.has(channelId);
}

/** The personal chat with a place's user, given its address: there is nothing in it yet to reply to. */
export function ownChatOf(
  { channelId, user, bot, ...place }: Place,
  { serviceUrl, conversation }: Pick<Place, 'serviceUrl' | 'conversation'>,
): Place {
  return {
    channelId,
    serviceUrl,
    conversation,
    user,
    bot,
    ...readingOf(place),
  };
}

/** Whether a place is a person's own chat, where people share places as well. */
export function isOwnChat(place: Place): boolean {
  return channelOf(place).hasSharedPlaces && place.conversation.conversationType === 'personal';
}

/** Whether progress can be streamed into a place: Teams has streams in personal chats, and a page as well. */
export function takesStreams(place: Place): boolean {
  return isOwnChat(place) || (isKnownChannel(place.channelId) && channelOf(place).isInPage);
}

/** Whether others read what is said in a place, or might: Teams says so if it's a personal chat. */
export function isReadByOthers(place: Place): boolean {
  return channelOf(place).hasSharedPlaces && !isOwnChat(place);
}

const threadMark = ';messageid=';

/** Whether each message in a place begins a thread of its own: in a channel, outside of its threads. */
export function beginsThreads({ conversation }: Place): boolean {
  return conversation.conversationType === 'channel' && !conversation.id.includes(threadMark);
}

/** The thread that a message begins in a channel. */
export function threadBelow(channel: Place, activityId: string): Place {
  const { conversation } = channel;
  return {
    ...channel,
    conversation: { ...conversation, id: `${conversation.id}${threadMark}${activityId}` },
  };
}

/** The channel that a thread is in, and the message that it began with; `undefined`: it's no thread. */
export function channelAbove(thread: Place): { channel: Place; activityId: string } | undefined {
  const [id = '', activityId] = thread.conversation.id.split(threadMark);
  if (activityId === undefined) return undefined;
  return { channel: { ...thread, conversation: { ...thread.conversation, id } }, activityId };
}
