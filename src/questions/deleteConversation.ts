import { changeSession, type SessionDeps, startingAnew } from './changeSession.ts';
import type { PastConversation } from './listConversations.ts';
import type { Genie, QuestionStore } from './ports.ts';
import type { Place } from './question.ts';
import { retryOnConflict } from './retryOnConflict.ts';

export interface DeleteDeps extends SessionDeps {
  questions: QuestionStore;
  genie: Pick<Genie, 'deleteConversation'>;
}

/**
 * Deletes a conversation in Genie, and takes it out of the history of the place's user. What was asked stays in the
 * audit trail. Doing it again, also after it failed halfway, does no harm.
 *
 * @throws GenieError when Genie did not delete it
 */
export async function deleteConversation(
  { id, spaceId, questions }: PastConversation,
  place: Place,
  deps: DeleteDeps,
): Promise<void> {
  await deps.genie.deleteConversation(spaceId, id);
  await changeSession(place, deps, (session) =>
    session.conversationId === id ? startingAnew(session) : session,
  );
  for (const question of questions) {
    await retryOnConflict(deps.clock, async () => {
      const current = await deps.questions.get(question.id);
      if (current === undefined) return;
      const marked = { ...current.value, conversationDeleted: true as const };
      return (await deps.questions.replace(current, marked)) ? undefined : 'conflict';
    });
  }
}
