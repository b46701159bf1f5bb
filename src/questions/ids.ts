import { createHash, randomBytes } from 'node:crypto';
import { channelOf, type Place, vouchesFor } from './place.ts';

/**
 * The session of a person in a place: 32 hex digits. A Teams user is the same person under every name. On the chat page
 * it's the chat's, which outlives the channel's conversations.
 */
export function sessionIdOf(place: Place): string {
  if (place.visitor) return chatSessionIdOf(place.visitor.chatId);
  const user = place.user.aadObjectId ?? place.user.id;
  return hash(place.channelId, place.conversation.id, user).slice(0, 32);
}

/** The session of a chat on the page. */
export function chatSessionIdOf(chatId: string): string {
  return hash('chat', chatId).slice(0, 32);
}

/** The ID of a new chat. */
export function newChatId(owner: string): string {
  return `${owner}-${newNonce()}`;
}

/** The ID of a subscription: the same if the activity that makes it is delivered again. */
export function subscriptionIdOf(place: Place, activityId: string): string {
  const digits = hash('subscription', place.channelId, place.conversation.id, activityId);
  return `${ownerIdOf(place)}-${digits.slice(0, 32)}`;
}

/** Whose a subscription is; `undefined` if it isn't the ID of one. */
export function ownerOfSubscription(subscriptionId: string): string | undefined {
  return ownerOfChat(subscriptionId);
}

/** Whose a chat is; `undefined` if it isn't the ID of one. */
export function ownerOfChat(chatId: string): string | undefined {
  return /^([\da-f]{32})-[\da-f]{32}$/.exec(chatId)?.[1];
}

/**
 * A person, wherever in a channel they are: whose share of Genie's time a question takes. Where no channel vouches for
 * people, a page can name its user differently with each message, but not the conversation that it writes in.
 */
export function personIdOf(place: Place): string {
  const { channelId, conversation, user } = place;
  const id = vouchesFor(place) ? (user.aadObjectId ?? user.id) : conversation.id;
  return hash(channelId, id).slice(0, 32);
}

/**
 * Whose something is that outlives a conversation: a person's, wherever in a channel they are. A visitor of the
 * chat page is the same in each of their chats.
 */
export function ownerIdOf(place: Place): string {
  return (place.visitor && ownerOfChat(place.visitor.chatId)) ?? personIdOf(place);
}

/** The channel with all its threads, or the group chat, that a place is in; `undefined` elsewhere. */
export function sharedPlaceIdOf(place: Place): string | undefined {
  const { channelId, conversation } = place;
  const isShared = ['channel', 'groupChat'].includes(conversation.conversationType ?? '');
  if (!channelOf(place).hasSharedPlaces || !isShared) return undefined;
  return hash(channelId, conversation.id.replace(/;messageid=.*$/, '')).slice(0, 32);
}

/** The question an activity asks. It depends on the activity alone, so a redelivery asks the same question. */
export function questionIdOf(place: Place, activityId: string): string {
  const activity = hash(place.channelId, place.conversation.id, activityId).slice(0, 32);
  return `${sessionIdOf(place)}-${activity}`;
}

/** How the turn of an endpoint's message is kept: conversation first, as its turns are read together. */
export function turnIdOf({
  conversationId,
  messageId,
}: {
  conversationId: string;
  messageId: string;
}): string {
  return `${conversationId} ${messageId}`;
}

/** 128 random bits as 32 hex digits. */
export function newNonce(): string {
  return randomBytes(16).toString('hex');
}

/** Eight characters that a person can read out, and that find the line in the log. */
export function newErrorId(): string {
  return randomBytes(5).toString('hex').slice(0, 8);
}

/** How a card or a page refers to an answer: the question's ID and its nonce. */
export function answerKeyOf(question: { id: string; nonce: string }): string {
  return `${question.id}.${question.nonce}`;
}

/** The inverse of `answerKeyOf`; `undefined` if it isn't an answer key. */
export function parseAnswerKey(key: string): { questionId: string; nonce: string } | undefined {
  const match = /^([0-9a-f]{32}-[0-9a-f]{32})\.([0-9a-f]{32})$/.exec(key);
  const [, questionId, nonce] = match ?? [];
  return questionId && nonce ? { questionId, nonce } : undefined;
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
