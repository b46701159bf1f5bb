import { AppError, codeOf } from '../../common/errors.ts';
import type { Conversation, Message, MessageIds } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import type { Question } from '../question.ts';
import { contentOf } from '../question.ts';
import type { HeldQuestion } from './lease.ts';
import { listen } from './listen.ts';
import { now, retryLater, type Step, waitOut } from './steps.ts';

/** Pauses between looks at Genie's lists, which may lag behind, before a question counts as never arrived. */
const lookPausesMs = [0, 1_000, 2_000];

/** How far Databricks' clock and ours can be apart. */
const clockSkewMs = 60_000;

/** How long after `askingAt` a question may still have reached Genie: as long as a call can take. */
const longestCallMs = 30_000;

/** Searching more would take longer than it is worth. */
const conversationsToSearch = 20;

/**
 * `asking`: the owner was killed, or Genie's reply was lost, so Genie might or might not have the question. Looks for it in
 * Genie's own lists, and asks again only if it is not there.
 */
export async function recover(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  const { clock, log } = deps;
  for (const pauseMs of lookPausesMs) {
    if (pauseMs > 0) await clock.sleep(pauseMs, held.signal);
    let found: MessageIds | undefined;
    try {
      found = await listen(held, deps, (heard) => findMessage(held, deps, heard));
    } catch (error) {
      held.signal.throwIfAborted();
      // Genie can't tell us whether it has the question: asking again now could ask twice.
      return waitOut(held, error, deps);
    }
    if (found) {
      const { id, troubledSince } = held.question;
      log.info('question.found', { questionId: id });
      if (troubledSince !== undefined) await giveUpPlaces([id], deps);
      await held.save({
        state: 'asked',
        ...found,
        askedAt: held.question.askingAt,
        troubledSince: undefined,
      });
      return now;
    }
  }
  const { id, attempts } = held.question;
  log.warn('question.neverArrived', { questionId: id, attempts });
  const never = new AppError('genie-unavailable', `Genie took none of ${attempts} tries`);
  return retryLater(held, never, deps, attempts, true);
}

/** Finds the message that an `asking` question became. */
async function findMessage(
  { question, signal }: HeldQuestion,
  deps: QuestionDeps,
  heard: () => void,
): Promise<MessageIds | undefined> {
  const { spaceId, conversationId } = question;
  if (spaceId === undefined) return undefined;
  // A question in a deleted conversation will never be answered, so it counts as not there.
  const listMessages = (...ids: [string, string]) =>
    deps.genie.listMessages(...ids, signal).catch((error: unknown) => {
      if (codeOf(error) === 'conversation-gone') return [];
      throw error;
    });
  if (conversationId !== undefined) {
    const messages = await listMessages(spaceId, conversationId);
    return pickIds(messages.find((message) => isOurs(message, question, messages)));
  }
  const conversations = await deps.genie.listConversations(spaceId, signal);
  for (const { id } of likeliest(conversations, question)) {
    heard();
    const messages = await listMessages(spaceId, id);
    const found = messages.find((message) => isOurs(message, question, messages));
    if (found && (await deps.questions.claim(id, question.id))) return pickIds(found);
  }
  return undefined;
}

/** The conversations that the question may have started, best match by time first. */
function likeliest(
  conversations: readonly Conversation[],
  { askingAt = 0 }: Question,
): Conversation[] {
  const since = ({ createdAt = askingAt }: Conversation) => createdAt - askingAt;
  return conversations
    .filter((each) => since(each) >= -clockSkewMs && since(each) <= longestCallMs + clockSkewMs)
    .toSorted((one, other) => Math.abs(since(one)) - Math.abs(since(other)))
    .slice(0, conversationsToSearch);
}

/** Whether a message is our question, and not an older one with the same words. */
function isOurs(message: Message, question: Question, messages: readonly Message[]): boolean {
  const { previousMessageId } = question;
  if (message.content !== contentOf(question) || message.messageId === previousMessageId)
    return false;
  const previous = messages.find(({ messageId }) => messageId === previousMessageId);
  if (previous?.createdAt !== undefined && message.createdAt !== undefined) {
    return message.createdAt >= previous.createdAt;
  }
  return isRecent(message.createdAt, question);
}

function isRecent(createdAt: number | undefined, { askingAt = 0 }: Question): boolean {
  return createdAt === undefined || createdAt >= askingAt - clockSkewMs;
}

function pickIds(message: Message | undefined): MessageIds | undefined {
  if (message === undefined) return undefined;
  const { spaceId, conversationId, messageId } = message;
  return { spaceId, conversationId, messageId };
}
