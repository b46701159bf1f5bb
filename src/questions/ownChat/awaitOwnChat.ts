import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import type { CourierError } from '../ports.ts';
import type { OwnChatDeps } from './changeOwnChat.ts';
import { tellPlace } from './meetAsker.ts';
import { closeOwnChat } from './openOwnChat.ts';

/** How long an outcome waits for its asker to open their chat. When they do, they bring it up at once. */
const patienceMs = 15 * 60_000;

const lookAgainMs = 60_000;

/** A chat that was known might just be another one by now. */
const openAgainMs = 1_000;

/**
 * The asker's own chat certainly didn't take an outcome, and nothing else may: they are told how to open it, and the
 * outcome waits.
 *
 * @returns when to try again (ms since 1970); `undefined`: no longer
 */
export async function awaitOwnChat(
  held: HeldQuestion,
  error: CourierError,
  deps: OwnChatDeps & Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<number | undefined> {
  const { question } = held;
  const { id: questionId, answerTo } = question;
  const now = deps.clock.now();
  const { closedSince = now } = question;
  const deliveryAttempts = question.deliveryAttempts + 1;
  deps.log.warn('question.chatClosed', { questionId, deliveryAttempts, error });
  const noted = await tellPlace(question, 'closed', deps);
  if (now >= closedSince + patienceMs) {
    await held.save({ deliveryAttempts, ...noted });
    await closeOwnChat(question, deps);
    return undefined;
  }
  await held.save({
    deliveryAttempts,
    closedSince,
    startAt: now + lookAgainMs,
    sending: undefined,
    answerTo: undefined,
    progressActivityId: undefined,
    ...noted,
  });
  // After that write, which would undo what they do at this moment.
  const { address } = await closeOwnChat(question, deps);
  const isMaybeOpen = address !== undefined || (answerTo && question.closedSince === undefined);
  if (!isMaybeOpen) return now + lookAgainMs;
  const startAt = now + openAgainMs;
  await held.save({ startAt });
  return startAt;
}
