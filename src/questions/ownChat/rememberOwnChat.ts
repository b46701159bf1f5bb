import type { QuestionDeps } from '../deps.ts';
import { ownChatOf, type Place } from '../place.ts';
import { endStates, type Question, type QuestionState } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { at, changeOwnChat, type OwnChatDeps } from './changeOwnChat.ts';

type RememberDeps = OwnChatDeps & Pick<QuestionDeps, 'questions' | 'queue'>;

/**
 * Notes a person's own chat, in which they have just done something, and brings there what waited for it. Only what the
 * channel itself says of a place counts: the answers of others would follow a forged one.
 */
export async function rememberOwnChat(place: Place, deps: RememberDeps): Promise<void> {
  const { serviceUrl, conversation } = place;
  const { waitingIds = [] } = await changeOwnChat(place, deps, (chat) => {
    const { address } = chat;
    const isKnown =
      address?.conversation.id === conversation.id && address.serviceUrl === serviceUrl;
    return isKnown ? chat : at(chat, { serviceUrl, conversation });
  });
  if (waitingIds.length === 0) return;
  for (const id of waitingIds) await bring(id, place, deps);
  // Only now: if this fails, the next message does it.
  await changeOwnChat(place, deps, ({ waitingIds: left = [], ...chat }) => ({
    ...chat,
    waitingIds: left.filter((id) => !waitingIds.includes(id)),
  }));
}

/** A person's own chat is gone, with the bot. */
export async function forgetOwnChat(place: Place, deps: OwnChatDeps): Promise<void> {
  await changeOwnChat(place, deps, (chat) => (chat.address ? at(chat, undefined) : chat));
}

/** Their `startAt` is the next try to tell the asker; in other states, it's for Genie. */
const hasOutcome: ReadonlySet<QuestionState> = new Set(['answered', 'failing']);

/** An ended question can be shown there from now on; others are told there by their owner. */
async function bring(id: string, place: Place, deps: RememberDeps): Promise<void> {
  const { questions, queue, clock } = deps;
  const brought = await retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined || current.value.answerTo) return undefined;
    const { startAt, ...question } = current.value;
    const next: Question = {
      ...question,
      ...(startAt !== undefined && !hasOutcome.has(question.state) && { startAt }),
      answerTo: ownChatOf(question.place, place),
    };
    return (await questions.replace(current, next)) ?? 'conflict';
  });
  const { state } = brought?.value ?? {};
  if (state && !endStates.has(state)) await queue.send({ kind: 'go', questionId: id });
}
