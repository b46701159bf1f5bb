import type { Clock } from '../../common/clock.ts';
import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Genie, QuestionStore } from '../ports.ts';
import type { Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { changeSession, type SessionDeps, startingAnew } from './changeSession.ts';
import { groupByConversation, type PastConversation } from './history.ts';

export interface DeleteDeps extends SessionDeps {
  questions: QuestionStore;
  genie: Pick<Genie, 'deleteConversation'>;
}

/**
 * Deletes a conversation in Genie and removes it from the history of the place's user. The audit trail keeps its
 * questions. Safe to repeat, even after failing halfway.
 *
 * @throws GenieError if Genie did not delete it
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
    await changeQuestion(
      question.id,
      (current) => ({ ...current, conversationDeleted: true }),
      deps,
    );
  }
}

/** Changes a question's row, whatever owns it, if it's still there. */
export function changeQuestion(
  id: string,
  change: (question: Question) => Question,
  { questions, clock }: { questions: Pick<QuestionStore, 'get' | 'replace'>; clock: Clock },
): Promise<void> {
  return retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined) return;
    return (await questions.replace(current, change(current.value))) ? undefined : 'conflict';
  });
}

/**
 * Deletes every Genie conversation that we know the place's user had here, even from before they were last forgotten.
 *
 * @returns how many, and how many were left since they were asked as someone else, and can only be deleted as them
 * @throws GenieError if Genie did not delete one; those before it are deleted
 */
export async function deleteAllConversations(
  place: Place,
  deps: DeleteDeps & Pick<QuestionDeps, 'identities'>,
): Promise<{ deleted: number; left: number }> {
  const all = groupByConversation(await deps.questions.listAll(sessionIdOf(place)));
  const askedAs = all.length > 0 ? await deps.identities.identify(place) : undefined;
  const theirs = all.filter((conversation) => conversation.askedAs === askedAs);
  for (const conversation of theirs) await deleteConversation(conversation, place, deps);
  return { deleted: theirs.length, left: all.length - theirs.length };
}
