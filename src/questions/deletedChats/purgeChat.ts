import { codeOf } from '../../common/errors.ts';
import { checkIdentity } from '../answered/checkIdentity.ts';
import type { Deletion } from '../chat.ts';
import { asAsker, type QuestionDeps } from '../deps.ts';
import { chatSessionIdOf } from '../ids.ts';
import { cancelInSession } from '../life/cancelQuestions.ts';
import { endStates } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { changeQuestion } from '../sessions/deleteConversation.ts';
import { groupByConversation, type PastConversation } from '../sessions/history.ts';
import { endSubscriptionsIn } from '../subscriptions/endSubscription.ts';
import { withoutWords } from '../withoutWords.ts';

/**
 * `busy`: something in it isn't over yet. `refused`: not all of it could be deleted. `kept`: it isn't deleted, or no
 * longer.
 */
export type Purge = { result: 'done' | 'busy' | 'kept' } | { result: 'refused'; error: unknown };

/** A deletion is written before its chat says so: one whose chat doesn't is left alone for this long. */
const beingWrittenMs = 60 * 60_000;

/**
 * Deletes a chat for good: in Genie, with the rights of who asked, and what rests with us, but for who asked when. Its
 * row goes last, so that whatever is killed or refused, it stays hidden and is found again. Safe to repeat.
 */
export async function purgeChat(id: string, deps: QuestionDeps): Promise<Purge> {
  const begun = await begin(id, deps);
  if (begun !== 'begun') return { result: begun };
  // Before what they ask is looked for: from here on they ask nothing.
  await endSubscriptionsIn(id, deps);
  const sessionId = chatSessionIdOf(id);
  await cancelInSession(sessionId, deps);
  const questions = await deps.questions.listAll(sessionId);
  let refusal: { error: unknown } | undefined;
  for (const conversation of groupByConversation(questions)) {
    try {
      await deleteWithRights(conversation, deps);
    } catch (error) {
      // Without storage, nothing else can be done either.
      if (codeOf(error) === 'storage') throw error;
      refusal = { error };
    }
  }
  if (refusal) {
    await tellOnce(id, refusal.error, deps);
    return { result: 'refused', ...refusal };
  }
  // One may have begun a conversation since it was looked for.
  if (questions.some(({ state }) => !endStates.has(state))) return { result: 'busy' };
  if (!deps.settings.keepWords) {
    for (const question of questions) await changeQuestion(question.id, withoutWords, deps);
  }
  await deps.sessions.delete(sessionId);
  await deps.chats.delete(id);
  await changeDeletion(id, deps, (deletion) => ({ ...deletion, doneAt: deps.clock.now() }));
  return { result: 'done' };
}

/** From here on the chat can't be restored, and the deletion is carried out even when its row is gone. */
async function begin(
  id: string,
  deps: Pick<QuestionDeps, 'chats' | 'deletions' | 'clock'>,
): Promise<'begun' | 'done' | 'kept'> {
  const { chats, deletions, clock } = deps;
  const now = clock.now();
  const purging = await retryOnConflict(clock, async () => {
    const current = await chats.get(id);
    if (current === undefined) return 'gone';
    if (current.value.deletedAt === undefined) return 'kept';
    if (current.value.purgingAt !== undefined) return 'begun';
    return (await chats.replace(current, { ...current.value, purgingAt: now }))
      ? 'begun'
      : 'conflict';
  });
  const deletion = await deletions.get(id);
  if (purging === 'begun') {
    if (deletion?.value.begunAt === undefined) {
      await changeDeletion(id, deps, (value) => ({ ...value, begunAt: now }));
    }
    return 'begun';
  }
  if (deletion === undefined || deletion.value.doneAt !== undefined) {
    return purging === 'gone' ? 'done' : 'kept';
  }
  if (purging === 'gone' && deletion.value.begunAt !== undefined) return 'begun';
  // It was restored, or never said that it's deleted. Over by its own time, it makes way for another deletion.
  if (deletion.value.dueAt < now - beingWrittenMs) {
    await deletions.replace(deletion, { ...deletion.value, expiresAt: now });
  }
  return 'kept';
}

async function deleteWithRights(
  { id, spaceId, askedAs, questions }: PastConversation,
  unbound: QuestionDeps,
): Promise<void> {
  const place = questions.at(-1)?.place;
  if (place === undefined) return;
  const deps = asAsker(place, unbound, askedAs);
  await checkIdentity({ place, ...(askedAs && { askedAs }) }, deps);
  await deps.genie.deleteConversation(spaceId, id);
  for (const question of questions) {
    await changeQuestion(
      question.id,
      (current) => ({ ...current, conversationDeleted: true }),
      deps,
    );
  }
}

function changeDeletion(
  id: string,
  { deletions, clock }: Pick<QuestionDeps, 'deletions' | 'clock'>,
  change: (deletion: Deletion) => Deletion,
): Promise<unknown> {
  return retryOnConflict(clock, async () => {
    const current = await deletions.get(id);
    if (current === undefined) return undefined;
    return (await deletions.replace(current, change(current.value))) ?? 'conflict';
  });
}

/** The next sweeps try again, for as long as the rows are kept: one line in the log is enough. */
async function tellOnce(id: string, error: unknown, deps: QuestionDeps): Promise<void> {
  const told = (await deps.deletions.get(id))?.value;
  if (told === undefined || told.toldAt !== undefined) return;
  await changeDeletion(id, deps, (deletion) => ({ ...deletion, toldAt: deps.clock.now() }));
  deps.log.error('chat.notDeleted', { chatId: id, code: codeOf(error), error });
}
