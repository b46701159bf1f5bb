import { isEndpoint } from '../endpoint.ts';
import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { QuestionStore, TurnStore } from '../ports.ts';
import { groupByConversation } from './history.ts';

/**
 * Deletes what the place's user said to endpoints here, and what these answered. It takes nobody's rights: it rests with
 * us. What is being answered stays until its session is over.
 */
export async function forgetTurns(
  place: Place,
  { questions, turns }: { questions: Pick<QuestionStore, 'listAll'>; turns: TurnStore },
): Promise<void> {
  const all = groupByConversation(await questions.listAll(sessionIdOf(place)));
  const theirs = all.filter(({ spaceId, isBusy }) => isEndpoint(spaceId) && !isBusy);
  for (const { id: conversationId } of theirs) {
    for (const { id } of await turns.listAll(conversationId)) await turns.delete(id);
  }
}
