import type { Chat, Deletion } from '../chat.ts';
import { changeChat } from '../chats/changeChat.ts';
import { findOwnChat } from '../chats/findChat.ts';
import type { QuestionDeps } from '../deps.ts';
import { chatSessionIdOf } from '../ids.ts';
import { cancelInSession } from '../life/cancelQuestions.ts';
import { retryOnConflict } from '../retryOnConflict.ts';

/** How long a deletion can be undone for certain. Until it's carried out, it can be undone as well. */
const undoMs = 30_000;

/**
 * Deletes one of an owner's chats, at first so that it can be undone: nobody sees it, and what is being asked in it is
 * cancelled. Safe to repeat. The way to it is written first, so that the sweep finds what nobody comes back to.
 *
 * @returns until when it can be undone; `undefined`: there is no such chat
 */
export async function deleteChat(
  id: string,
  owner: string,
  deps: QuestionDeps,
): Promise<number | undefined> {
  const { clock, settings } = deps;
  const found = await findOwnChat(id, owner, deps);
  if (found === undefined) return undefined;
  const now = clock.now();
  const expiresAt = Math.max(found.value.expiresAt, now + settings.keepQuestionsMs);
  if (found.value.deletedAt === undefined) {
    await noteDeletion({ id, dueAt: now + undoMs, expiresAt }, deps);
  }
  const hide = (chat: Chat) =>
    chat.deletedAt === undefined ? { ...chat, deletedAt: now, expiresAt } : chat;
  const hidden = await changeChat(id, owner, deps, hide);
  await cancelInSession(chatSessionIdOf(id), deps);
  return (hidden?.deletedAt ?? now) + undoMs;
}

/** A chat that was deleted before, and restored, has such a row already. */
function noteDeletion(
  deletion: Deletion,
  { deletions, clock }: Pick<QuestionDeps, 'deletions' | 'clock'>,
): Promise<unknown> {
  return retryOnConflict(clock, async () => {
    if (await deletions.insert(deletion)) return true;
    const current = await deletions.get(deletion.id);
    return (current && (await deletions.replace(current, deletion))) ?? 'conflict';
  });
}
