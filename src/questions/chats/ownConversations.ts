import { mapAtMost } from '../../common/mapAtMost.ts';
import { askedAt, byAskedAt } from '../answered/askedAt.ts';
import { findAnswered } from '../answered/findAnswer.ts';
import { isShown } from '../answered/isShown.ts';
import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Question } from '../question.ts';
import { deleteConversation } from '../sessions/deleteConversation.ts';
import { keepConversations, type PastConversation } from '../sessions/history.ts';
import { listOwnPlaces, type OwnPlace } from './ownPlaces.ts';

type OwnDeps = Pick<QuestionDeps, 'chats' | 'sessions' | 'questions' | 'clock' | 'sessionIdleMs'>;

/** Rows that are read at the same time. */
const rowsAtOnce = 10;

/**
 * The conversations in the history of a place's user, newest first: on the chat page, those of all their chats but the
 * deleted ones. One that was continued in another chat is one all the same.
 */
export async function listOwnConversations(
  place: Place,
  deps: OwnDeps,
): Promise<PastConversation[]> {
  const places = await listOwnPlaces(place, deps);
  const kept = places.filter(({ chat }) => chat?.deletedAt === undefined);
  const asked = await mapAtMost(rowsAtOnce, kept, (own) =>
    listKnown(own, own.place === place, deps),
  );
  return keepConversations(asked.flat().sort(byAskedAt), deps);
}

/** The one that an answer belongs to, if it's in their history. */
export async function findOwnConversation(
  answerKey: string,
  place: Place,
  deps: OwnDeps,
): Promise<PastConversation | undefined> {
  const question = await findAnswered({ answerKey }, deps.questions);
  if (question === undefined) return undefined;
  const all = await listOwnConversations(place, deps);
  return all.find(({ questions }) => questions.some(({ id }) => id === question.id));
}

/**
 * Deletes a conversation of a place's user, in whichever of their chats it was had.
 *
 * @throws GenieError if Genie did not delete it
 */
export async function deleteOwnConversation(
  conversation: PastConversation,
  place: Place,
  deps: Parameters<typeof deleteConversation>[2],
): Promise<void> {
  const elsewhere = conversation.questions
    .map((question) => question.place)
    .filter((other) => sessionIdOf(other) !== sessionIdOf(place));
  const places = new Map([place, ...elsewhere].map((each) => [sessionIdOf(each), each]));
  for (const each of places.values()) await deleteConversation(conversation, each, deps);
}

/** What a place's user asked there since they were last forgotten, but for what they don't see. */
async function listKnown(
  { place, chat }: OwnPlace,
  isHere: boolean,
  { sessions, questions }: OwnDeps,
): Promise<Question[]> {
  const id = sessionIdOf(place);
  const [session, all] = await Promise.all([
    // In other chats, the chat knows it, too.
    isHere ? sessions.get(id) : undefined,
    questions.listAll(id),
  ]);
  const forgottenAt = Math.max(session?.value.forgottenAt ?? 0, chat?.forgottenAt ?? 0);
  return all.filter((question) => isShown(question) && askedAt(question) > forgottenAt);
}
