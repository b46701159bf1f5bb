import type { QuestionDeps } from '../deps.ts';
import { ownChatOf, type Place } from '../place.ts';
import { CourierError } from '../ports.ts';
import type { Question } from '../question.ts';
import type { OwnChat } from '../session.ts';
import { at, changeOwnChat, type OwnChatDeps } from './changeOwnChat.ts';

/** The latest of a person: “sql” or Teams' own thumbs find no older ones. */
const mostQuestions = 25;

/**
 * Finds or opens the own chat of a private question's asker, and notes that the question is answered there.
 *
 * @throws CourierError `refused` if they have to open it themselves; the question is then brought to their attention
 * when they do (`rememberOwnChat`)
 */
export async function openOwnChat(
  { id, place }: Question,
  deps: OwnChatDeps & Pick<QuestionDeps, 'courier'>,
): Promise<Place> {
  const { address } = await changeOwnChat(place, deps, (chat) => withQuestion(chat, id));
  if (address) return known(place, address);
  const { serviceUrl, conversation } = await deps.courier
    .openChat(place)
    .catch(async (error: unknown) => {
      if (!(error instanceof CourierError) || error.kind !== 'refused') throw error;
      // They might be writing in it at this moment.
      const chat = await changeOwnChat(place, deps, (found) => withWaiting(found, id));
      if (chat.address === undefined) throw error;
      return chat.address;
    });
  const opened = await changeOwnChat(place, deps, (chat) =>
    chat.address ? chat : at(chat, { serviceUrl, conversation }),
  );
  return known(place, opened.address ?? { serviceUrl, conversation });
}

/** A tenant's service URL can change, and the question has just brought it. */
function known(place: Place, { serviceUrl, conversation }: NonNullable<OwnChat['address']>): Place {
  const isSameTenant = place.conversation.tenantId === conversation.tenantId;
  return ownChatOf(place, {
    conversation,
    serviceUrl: isSameTenant ? place.serviceUrl : serviceUrl,
  });
}

/** A chat that takes nothing has to be opened, or found, once more. Returns what is known of it then. */
export function closeOwnChat(
  { id, place, answerTo }: Question,
  deps: OwnChatDeps,
): Promise<OwnChat> {
  return changeOwnChat(place, deps, (chat) => {
    const isIt = answerTo && chat.address?.conversation.id === answerTo.conversation.id;
    return withWaiting(isIt ? at(chat, undefined) : chat, id);
  });
}

function withQuestion(chat: OwnChat, id: string): OwnChat {
  if (chat.questionIds.includes(id)) return chat;
  return { ...chat, questionIds: [...chat.questionIds, id].slice(-mostQuestions) };
}

function withWaiting(chat: OwnChat, id: string): OwnChat {
  const { address, waitingIds = [] } = chat;
  if (address || waitingIds.includes(id)) return chat;
  return { ...chat, waitingIds: [...waitingIds, id].slice(-mostQuestions) };
}
