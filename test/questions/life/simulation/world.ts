import type { ErrorCode } from '../../../../src/common/errors.ts';
import type { AgentClient } from '../../../../src/genie/agent/agentClient.ts';
import { GenieError } from '../../../../src/genie/errors.ts';
import type { Message, MessageIds } from '../../../../src/genie/types.ts';
import { ownChatOf } from '../../../../src/questions/place.ts';
import {
  type Courier,
  CourierError,
  type DueWork,
  type Genie,
  type Said,
} from '../../../../src/questions/ports.ts';
import {
  answerPlaceOf,
  type PlaceNote,
  type Question,
} from '../../../../src/questions/question.ts';
import type { Invocation, Reply, ServingClient } from '../../../../src/serving/types.ts';
import type { Rows } from '../../../../src/storage/rows/rows.ts';
import { parseLook, parseWork } from '../../../../src/storage/workMessage.ts';
import { createFakeClock, type FakeClock } from '../../../support/fakeClock.ts';
import { createMemoryQueue, type MemoryQueue } from '../../../support/memoryQueue.ts';
import { openMemoryStorage } from '../../../support/openMemoryStorage.ts';
import { createAgents } from './agents.ts';
import { type Chat, ownChatIdOf } from './chat.ts';
import { openSignInDesk, type SignInDesk } from './signInDesk.ts';

/** A message as Genie has it. */
export interface Asked {
  ids: MessageIds;
  content: string;
  /** It was asked in agent mode. */
  isAgents?: true;
  askedAt: number;
  doneAt: number;
}

/** A call of an endpoint. */
interface Invoked extends Invocation {
  at: number;
  /** How it ended, if it did. */
  end?: 'answered' | 'ended early';
}

/** What people see of a question. */
interface Shown {
  questionId: string;
  what: 'answer' | ErrorCode;
  /** The conversation. */
  where: string;
  /** ms since 1970. */
  at: number;
}

/** What becomes of a try to open someone's own chat. */
export type Opening = 'opens' | 'refused' | 'later';

/** What everybody shares: time, storage, Genie, and what people see. It outlives every instance. */
export interface World {
  clock: FakeClock;
  /** Instances look at the queues only when there is something to find, so that days pass in seconds. */
  spansDays: boolean;
  storage: ReturnType<typeof openMemoryStorage>;
  /** The queues of messages that failed too often. */
  poison: MemoryQueue;
  poisonLooks: MemoryQueue<DueWork>;
  genie: Genie;
  /** The names of the endpoints that people can ask, beside Genie. */
  endpoints: readonly string[];
  serving: Pick<ServingClient, 'invoke' | 'rate'>;
  /** Every call of an endpoint, in order. */
  invoked: readonly Invoked[];
  /** Genie's agent mode; absent: questions are asked in chat mode. */
  agents?: AgentClient;
  /** Where askers sign in; absent: Genie is asked as the bot. */
  signIns?: SignInDesk;
  courier: Courier;
  /** If there is one, instances deliver into it with the product's own courier, and `shown` stays empty. */
  chat?: Chat;
  /** Everything that reached Genie, in order. */
  asked: readonly Asked[];
  /** Genie's conversations that were deleted. */
  deleted: ReadonlySet<string>;
  /** The questions whose answers, or the codes of whose failures, people see, in order. */
  shown: readonly Shown[];
  /** What was said of private questions where they were asked, in order. */
  notes: readonly { questionId: string; says: PlaceNote }[];
  /** How often two questions were at work in one Genie conversation. */
  overlaps: number;
  /** How often Genie's words were shown as progress when the answer was there already, which they would cover. */
  latePreviews: number;
}

/** How Genie's lists come. Their order and page size aren't documented. */
export interface Lists {
  order: 'newest-first' | 'oldest-first' | 'shuffled';
  pageSize: number;
  /** Whether items say when they were created. */
  timed: boolean;
  /** Conversations of the space that are older than everything here. */
  older: number;
}

const usualLists: Lists = { order: 'newest-first', pageSize: 20, timed: true, older: 0 };

const dayMs = 24 * 3_600_000;

interface WorldOptions {
  /** How long the rows of the n-th answer that is read take. */
  rowsMs?: (count: number) => number;
  /** From one look of the bot's at Genie to the next. */
  pollMs?: number;
  /** What the answerer has said after so long. */
  said?: (content: string, elapsedMs: number) => Said | undefined;
  /** Where answers are delivered, if not right onto a list. */
  chat?: Chat;
  /** Whether askers ask as themselves. */
  asPerson?: boolean;
  lists?: Lists;
  /** After how many events the n-th stream of agent mode breaks, if that is where questions are asked. */
  agentCuts?: (count: number) => number;
  /** Whether Genie refuses the n-th question that comes to a conversation, as if it were another's. */
  refusesFollowUp?: (count: number) => boolean;
  /** How long Genie takes to say that it has a question. */
  askMs?: number;
  /** Whether Genie refuses to delete a conversation now. */
  refusesDeleting?: () => boolean;
  /** What becomes of the n-th try to open someone's own chat. */
  opening?: (count: number) => Opening;
  /** How long that takes. */
  openingMs?: number;
  endpoints?: readonly string[];
  spansDays?: boolean;
  createRows?: () => Rows;
  /** What an endpoint answers the n-th call with, after as long as Genie takes; a text with its words unless told. */
  reply?: (invocation: Invocation, count: number) => Reply | Error;
}

/** @param answerMs how long Genie takes for the n-th question */
export function createWorld(
  answerMs: (count: number) => number,
  {
    rowsMs = () => 0,
    pollMs = 1_000,
    said = () => undefined,
    chat,
    asPerson = false,
    lists = usualLists,
    agentCuts,
    refusesFollowUp = () => false,
    askMs = 0,
    refusesDeleting = () => false,
    opening = () => 'opens',
    openingMs = 0,
    endpoints = [],
    spansDays = false,
    createRows,
    reply = ({ turns }) => ({ text: `The answer to ${turns.at(-1)?.question}.` }),
  }: WorldOptions = {},
): World {
  const clock = createFakeClock();
  const signIns = asPerson ? openSignInDesk(clock) : undefined;
  const asked: Asked[] = [];
  const deleted = new Set<string>();
  const isThere = ({ ids }: Asked) => !deleted.has(ids.conversationId);
  const shown: Shown[] = [];
  const notes: World['notes'][number][] = [];
  const world = { overlaps: 0, latePreviews: 0, reads: 0 };
  let followUps = 0;
  let openings = 0;
  const spaceId = 'space';

  const toMessage = ({ ids, content, askedAt, doneAt }: Asked): Message => ({
    ...ids,
    content,
    status: clock.now() >= doneAt ? 'COMPLETED' : 'ASKING_AI',
    attachments: [],
    createdAt: askedAt,
  });
  const find = ({ messageId }: MessageIds) => {
    const found = asked.find((each) => each.ids.messageId === messageId && isThere(each));
    if (found) return found;
    throw gone();
  };
  const gone = () =>
    new GenieError('conversation-gone', 'gone', {
      acted: 'no',
      status: 404,
      about: 'conversation',
    });
  const begun = clock.now();
  const older = Array.from({ length: lists.older }, (_, index): Asked => {
    const ids = { spaceId, conversationId: `older-${index}`, messageId: `older-message-${index}` };
    const askedAt = begun - (lists.older - index + 1) * dayMs;
    return { ids, content: `older ${index}`, askedAt, doneAt: askedAt };
  });
  const pageOf = <T extends { createdAt?: number }>(items: T[], page = '0') => {
    const start = Number(page);
    const end = start + lists.pageSize;
    const cut = inOrder(items, lists.order).slice(start, end);
    return {
      items: lists.timed ? cut : cut.map(({ createdAt: _, ...item }) => item as T),
      nextPage: end < items.length ? `${end}` : undefined,
    };
  };

  const genie: Genie = {
    findSpace: async () => spaceId,
    probe: async () => {},
    async ask({ conversationId: conversation, content }) {
      const refused = conversation !== undefined && refusesFollowUp(followUps++);
      if (refused) throw new GenieError('genie-forbidden', '403', { acted: 'no', status: 403 });
      if (conversation !== undefined && deleted.has(conversation)) throw gone();
      const conversationId = conversation ?? `conversation-${asked.length}`;
      const askedAt = clock.now();
      const running = asked.some(
        ({ ids, doneAt }) => ids.conversationId === conversationId && doneAt > askedAt,
      );
      if (running) world.overlaps += 1;
      const ids = { spaceId, conversationId, messageId: `message-${asked.length}` };
      asked.push({ ids, content, askedAt, doneAt: askedAt + answerMs(asked.length) });
      if (askMs > 0) await clock.sleep(askMs);
      return ids;
    },
    listMessages: async (_space, conversationId, page) =>
      pageOf(
        [...older, ...asked]
          .filter(isThere)
          .filter(({ ids }) => ids.conversationId === conversationId)
          .map(toMessage),
        page,
      ),
    async listConversations(_space, page) {
      const first = new Map<string, Asked>();
      for (const message of [...asked, ...older].filter(isThere).reverse()) {
        first.set(message.ids.conversationId, message);
      }
      const conversations = [...first].map(([id, { content, isAgents, askedAt }]) => ({
        id,
        title: content,
        createdAt: askedAt,
        ...(isAgents && { isAgents }),
      }));
      return pageOf(conversations, page);
    },
    async watch(ids, until, onStatus, signal) {
      for (;;) {
        const message = toMessage(find(ids));
        if (message.status === 'COMPLETED') return message;
        const { content, askedAt } = find(ids);
        onStatus(message.status, said(content, clock.now() - askedAt));
        if (clock.now() >= until) return undefined;
        await clock.sleep(Math.min(pollMs, until - clock.now()), signal);
      }
    },
    getMessage: async (ids) => toMessage(find(ids)),
    async readAnswer({ content }, signal, onTexts) {
      onTexts?.(['42']);
      const takesMs = rowsMs(world.reads++);
      if (takesMs > 0) await clock.sleep(takesMs, signal);
      const texts = [`42 is the answer to ${content}.`];
      return { kind: 'answer', texts, tables: [], suggestions: [] };
    },
    explainFailure: () => ({ kind: 'unknown', texts: [], suggestions: [] }),
    rate: async () => {},
    cancel: async () => {},
    describeSpace: async (id) => ({ id, title: 'Sales' }),
    listSpaces: async () => [{ id: spaceId, title: 'Sales' }],
    listSampleQuestions: async () => [],
    deleteConversation: async (_space, conversationId) => {
      if (refusesDeleting()) {
        throw new GenieError('genie-forbidden', '403', { acted: 'no', status: 403 });
      }
      deleted.add(conversationId);
    },
  };

  const invoked: Invoked[] = [];
  const serving: World['serving'] = {
    async invoke(invocation, onSaid, signal) {
      const call: Invoked = { ...invocation, at: clock.now() };
      const answer = reply(invocation, invoked.push(call) - 1);
      const takesMs = answerMs(invoked.length - 1);
      try {
        await clock.sleep(takesMs / 2, signal);
        if (!(answer instanceof Error)) onSaid({ text: answer.text.slice(0, 10) });
        await clock.sleep(takesMs / 2, signal);
      } catch (error) {
        call.end = 'ended early';
        throw error;
      }
      if (answer instanceof Error) throw answer;
      call.end = 'answered';
      return answer;
    },
    rate: async () => {},
  };
  const agents =
    agentCuts &&
    createAgents({
      clock,
      asked,
      ask: genie.ask,
      pageSize: lists.pageSize,
      cutsAfter: agentCuts,
    });

  const show = async (question: Question, what: 'answer' | ErrorCode) => {
    const where = answerPlaceOf(question)?.conversation.id ?? 'nowhere';
    shown.push({ questionId: question.id, what, where, at: clock.now() });
    return `activity-${shown.length}`;
  };
  const courier: Courier = {
    async openChat(place) {
      if (openingMs > 0) await clock.sleep(openingMs);
      const becomes = opening(openings++);
      if (becomes !== 'opens') throw new CourierError(becomes, becomes, undefined);
      const conversation = { id: ownChatIdOf(place), conversationType: 'personal' };
      return ownChatOf(place, { serviceUrl: place.serviceUrl, conversation });
    },
    tellSubscription: async () => {},
    async showNote({ id: questionId }, says) {
      notes.push({ questionId, says });
      return `note-${notes.length}`;
    },
    openStream: async () => undefined,
    closeStream: async () => false,
    async showProgress({ id }, { texts }) {
      const isThere = shown.some(({ questionId, what }) => questionId === id && what === 'answer');
      if (texts && isThere) world.latePreviews += 1;
      return undefined;
    },
    async deliverAnswer(question, _answer, beforeSending) {
      await beforeSending('post');
      return show(question, 'answer');
    },
    async deliverFailure(question, _said, beforeSending) {
      await beforeSending('post');
      return show(question, question.failure?.code ?? 'internal');
    },
    endProgress: async () => {},
    askToSignIn: async ({ id }) => {
      signIns?.shown.push(id);
      return `card-${id}`;
    },
    showCancelled: async () => {},
  };

  return {
    clock,
    spansDays,
    storage: openMemoryStorage(clock, createRows),
    poison: createMemoryQueue(clock, parseWork),
    poisonLooks: createMemoryQueue(clock, parseLook),
    genie,
    endpoints,
    serving,
    invoked,
    courier,
    ...(agents && { agents }),
    ...(chat && { chat }),
    ...(signIns && { signIns }),
    asked,
    deleted,
    shown,
    notes,
    get overlaps() {
      return world.overlaps;
    },
    get latePreviews() {
      return world.latePreviews;
    },
  };
}

/** A page of a list that is shuffled is the same at each look, as far as the list is. */
function inOrder<T extends { createdAt?: number }>(
  items: readonly T[],
  order: Lists['order'],
): T[] {
  const newestFirst = items.toSorted((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0));
  if (order === 'newest-first') return newestFirst;
  if (order === 'oldest-first') return newestFirst.reverse();
  const place = (item: T) => shuffle(JSON.stringify(item));
  return newestFirst.sort((one, other) => place(one) - place(other));
}

/** A number that says nothing about the text. */
function shuffle(text: string): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 65_521;
  return (hash * 40_503) % 65_521;
}
