import { AppError } from '../../common/errors.ts';
import { GenieError, isConversationLost } from '../../genie/errors.ts';
import type { Conversation, Message, MessageIds } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { reportBack } from '../pace/probing.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import type { Question } from '../question.ts';
import { contentOf } from '../question.ts';
import { type Search, searchPages } from '../searchPages.ts';
import { listen } from '../steps/listen.ts';
import { fail, now, retryLater, type Step, waitOut } from '../steps/step.ts';
import { claimConversation } from './claimConversation.ts';
import { startOver } from './startOver.ts';

/** Pauses between looks at Genie's lists, which may lag behind, before a question counts as never arrived. */
const lookPausesMs = [0, 1_000, 2_000];

/** How far Databricks' clock and ours can be apart. */
const clockSkewMs = 60_000;

/** How long after `askingAt` a question may still have reached Genie: as long as a call can take. */
const longestCallMs = 30_000;

/** How long all looks together can take. */
const searchMs = 2 * 60_000;

/**
 * `asking`: the owner was killed, or Genie's reply was lost, so Genie might or might not have the question. Looks for it in
 * Genie's own lists, and asks again only if it is not there.
 */
export async function recover(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  if (isEndpoint(held.question.spaceId)) return askEndpointAgain(held, deps);
  const { clock, log } = deps;
  const { claiming } = held.question;
  // It may have claimed that already. Looking for any, it could end up with two, of which another question misses one.
  if (claiming && (await claimConversation(held, claiming, deps))) {
    return takeAsAsked(held, claiming, deps);
  }
  const until = clock.now() + searchMs;
  const others = new Set<string>();
  let isComplete = false;
  for (const pauseMs of lookPausesMs) {
    if (pauseMs > 0) await clock.sleep(pauseMs, held.signal);
    let search: Search<MessageIds>;
    try {
      search = await listen(held, deps, (heard) =>
        findMessage(held, deps, { until, others, heard }),
      );
    } catch (error) {
      held.signal.throwIfAborted();
      const { conversationId } = held.question;
      if (conversationId && isConversationLost(error)) return startOver(held, error, deps);
      // Genie can't tell us whether it has the question: asking again now could ask twice.
      return waitOut(held, error, deps);
    }
    if (search.found) return takeAsAsked(held, search.found, deps);
    isComplete = search.isComplete;
    if (!isComplete) break;
  }
  const { id, attempts } = held.question;
  if (!isComplete) {
    // It may be where we didn't get to.
    return waitOut(held, new AppError('genie-unavailable', 'Genie’s lists have no end'), deps);
  }
  log.warn('question.neverArrived', { questionId: id, attempts });
  const never = new AppError('genie-unavailable', `Genie took none of ${attempts} tries`);
  return retryLater(held, never, deps, attempts, true);
}

/** It's in Genie. */
async function takeAsAsked(held: HeldQuestion, ids: MessageIds, deps: QuestionDeps): Promise<Step> {
  const { id, troubledSince, askingAt } = held.question;
  deps.log.info('question.found', { questionId: id });
  if (troubledSince !== undefined) {
    await giveUpPlaces([id], deps);
    // That it is there proves that Genie takes questions, and ends the claim to find that out.
    await reportBack({ questionId: id, byAsking: true }, deps);
  }
  await held.save({ state: 'asked', ...ids, askedAt: askingAt, troubledSince: undefined });
  return now;
}

/** What was to be asked of an endpoint has certainly not been sent: that's what comes after `asked`. */
async function askEndpointAgain(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  const { id, attempts } = held.question;
  deps.log.warn('question.neverArrived', { questionId: id, attempts });
  if (attempts > deps.settings.retry.retries) {
    const message = `None of ${attempts} tries came to an end`;
    return fail(held, new AppError('internal', message), deps);
  }
  await held.save({ state: 'received' });
  return now;
}

interface Looking {
  /** When to give up (ms since 1970). */
  until: number;
  /** Conversations that are known to be other questions'. */
  others: Set<string>;
  /** Called at every sign of life. */
  heard(): void;
}

/** Finds the message that an `asking` question became. */
async function findMessage(
  held: HeldQuestion,
  deps: QuestionDeps,
  looking: Looking,
): Promise<Search<MessageIds>> {
  const { id, sessionId, spaceId, conversationId } = held.question;
  if (spaceId === undefined) return { isComplete: true };
  if (conversationId === undefined) return searchSpace(spaceId, held, deps, looking);
  const asked = await deps.questions.listAll(sessionId);
  const known = asked.flatMap((other) => (other.id === id ? [] : (other.messageId ?? [])));
  const isKnown = ({ messageId }: Message) => known.includes(messageId);
  return searchConversation({ spaceId, conversationId }, held, deps, looking, isKnown);
}

/** Looks for a question that started a conversation. */
async function searchSpace(
  spaceId: string,
  held: HeldQuestion,
  deps: QuestionDeps,
  looking: Looking,
): Promise<Search<MessageIds>> {
  const { question, signal } = held;
  let areComplete = true;
  const look = async (conversations: Conversation[]) => {
    looking.heard();
    for (const { id: conversationId } of likeliest(conversations, question)) {
      if (looking.others.has(conversationId)) continue;
      const where = { spaceId, conversationId };
      const search = await searchConversation(where, held, deps, looking).catch(skipRefused);
      if (search.found && (await claimConversation(held, search.found, deps))) {
        return search.found;
      }
      if (search.found) looking.others.add(conversationId);
      areComplete &&= search.isComplete;
    }
    return undefined;
  };
  const search = await searchPages(
    (page) => deps.genie.listConversations(spaceId, page, signal),
    look,
    {
      idOf: ({ id }) => id,
      createdAt: ({ createdAt }) => createdAt,
      ...limitsOf(question, deps, looking),
    },
  );
  return { ...search, isComplete: search.isComplete && areComplete };
}

/** A question in a deleted conversation, or in another's, will never be answered, so it counts as not there. */
function skipRefused(error: unknown): Search<MessageIds> {
  const isForbidden =
    error instanceof GenieError &&
    error.code === 'genie-forbidden' &&
    error.details.about !== 'bot';
  if (isForbidden || isConversationLost(error)) return { isComplete: true };
  throw error;
}

/** Looks for a question in the messages of a conversation, among those that aren't `isKnown` to be others'. */
async function searchConversation(
  { spaceId, conversationId }: Pick<MessageIds, 'spaceId' | 'conversationId'>,
  { question, signal }: HeldQuestion,
  deps: QuestionDeps,
  looking: Looking,
  isKnown: (message: Message) => boolean = () => false,
): Promise<Search<MessageIds>> {
  const all: Message[] = [];
  const look = async (messages: Message[]) => {
    looking.heard();
    all.push(...messages);
    return pickIds(all.find((message) => !isKnown(message) && isOurs(message, question, all)));
  };
  const search = await searchPages(
    (page) => deps.genie.listMessages(spaceId, conversationId, page, signal),
    look,
    {
      idOf: ({ messageId }) => messageId,
      createdAt: ({ createdAt }) => createdAt,
      ...limitsOf(question, deps, looking),
    },
  );
  if (search.isComplete && !search.found && all.length > 0) looking.others.add(conversationId);
  return search;
}

function limitsOf({ askingAt = 0 }: Question, { clock }: QuestionDeps, { until }: Looking) {
  return { since: askingAt - clockSkewMs, until, clock };
}

/** The conversations that the question may have started, best match by time first. */
function likeliest(
  conversations: readonly Conversation[],
  { askingAt = 0 }: Question,
): Conversation[] {
  const since = ({ createdAt = askingAt }: Conversation) => createdAt - askingAt;
  return conversations
    .filter((each) => since(each) >= -clockSkewMs && since(each) <= longestCallMs + clockSkewMs)
    .toSorted((one, other) => Math.abs(since(one)) - Math.abs(since(other)));
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
