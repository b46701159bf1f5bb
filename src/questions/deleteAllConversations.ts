import { type DeleteDeps, deleteConversation } from './deleteConversation.ts';
import { sessionIdOf } from './ids.ts';
import { groupByConversation } from './listConversations.ts';
import type { Place } from './question.ts';

/**
 * Deletes every Genie conversation that the place's user had here and that we know of, also those of before they were
 * last forgotten.
 *
 * @returns how many
 * @throws GenieError when Genie did not delete one; those before it are deleted
 */
export async function deleteAllConversations(place: Place, deps: DeleteDeps): Promise<number> {
  const all = groupByConversation(await deps.questions.listAll(sessionIdOf(place)));
  for (const conversation of all) await deleteConversation(conversation, place, deps);
  return all.length;
}
