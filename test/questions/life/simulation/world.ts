import type { ErrorCode } from '../../../../src/common/errors.ts';
import { GenieError } from '../../../../src/genie/errors.ts';
import type { Message, MessageIds } from '../../../../src/genie/types.ts';
import type { Courier, Genie } from '../../../../src/questions/ports.ts';
import { createFakeClock, type FakeClock } from '../../../support/fakeClock.ts';
import { createMemoryQueue, type MemoryQueue } from '../../../support/memoryQueue.ts';
import { openMemoryStorage } from '../../../support/openMemoryStorage.ts';

/** A message as Genie has it. */
interface Asked {
  ids: MessageIds;
  content: string;
  askedAt: number;
  doneAt: number;
}

/** What everybody shares: time, storage, Genie, and what people see. It outlives every instance. */
export interface World {
  clock: FakeClock;
  storage: ReturnType<typeof openMemoryStorage>;
  /** The queue of messages that failed too often. */
  poison: MemoryQueue;
  genie: Genie;
  courier: Courier;
  /** Everything that reached Genie, in order. */
  asked: readonly Asked[];
  /** The questions whose answers, or the codes of whose failures, people see, in order. */
  shown: readonly { questionId: string; what: 'answer' | ErrorCode }[];
  /** How often two questions were at work in one Genie conversation. */
  overlaps: number;
}

/**
 * @param answerMs how long Genie takes for the n-th question
 */
export function createWorld(answerMs: (count: number) => number): World {
  const clock = createFakeClock();
  const asked: Asked[] = [];
  const shown: World['shown'][number][] = [];
  const world = { overlaps: 0 };
  const spaceId = 'space';

  const toMessage = ({ ids, content, askedAt, doneAt }: Asked): Message => ({
    ...ids,
    content,
    status: clock.now() >= doneAt ? 'COMPLETED' : 'ASKING_AI',
    attachments: [],
    createdAt: askedAt,
  });
  const find = ({ messageId }: MessageIds) => {
    const found = asked.find(({ ids }) => ids.messageId === messageId);
    if (found) return found;
    throw new GenieError('conversation-gone', 'gone', { acted: 'no', status: 404 });
  };
  const newestFirst = () => [...asked].reverse();

  const genie: Genie = {
    findSpace: async () => spaceId,
    probe: async () => {},
    async ask(_space, conversation, content) {
      const conversationId = conversation ?? `conversation-${asked.length}`;
      const askedAt = clock.now();
      const running = asked.some(
        ({ ids, doneAt }) => ids.conversationId === conversationId && doneAt > askedAt,
      );
      if (running) world.overlaps += 1;
      const ids = { spaceId, conversationId, messageId: `message-${asked.length}` };
      asked.push({ ids, content, askedAt, doneAt: askedAt + answerMs(asked.length) });
      return ids;
    },
    listMessages: async (_space, conversationId) =>
      newestFirst()
        .filter(({ ids }) => ids.conversationId === conversationId)
        .map(toMessage),
    async listConversations() {
      const first = new Map<string, Asked>();
      for (const message of newestFirst()) first.set(message.ids.conversationId, message);
      return [...first].map(([id, { content, askedAt }]) => ({
        id,
        title: content,
        createdAt: askedAt,
      }));
    },
    async watch(ids, until, onStatus, signal) {
      for (;;) {
        const message = toMessage(find(ids));
        if (message.status === 'COMPLETED') return message;
        onStatus(message.status);
        if (clock.now() >= until) return undefined;
        await clock.sleep(Math.min(1_000, until - clock.now()), signal);
      }
    },
    getMessage: async (ids) => toMessage(find(ids)),
    readAnswer: async () => ({ kind: 'answer', texts: ['42'], tables: [], suggestions: [] }),
    explainFailure: () => 'unknown',
    rate: async () => {},
    describeSpace: async (id) => ({ id, title: 'Sales' }),
    listSpaces: async () => [{ id: spaceId, title: 'Sales' }],
    listSampleQuestions: async () => [],
    deleteConversation: async () => {},
  };

  const show = async (questionId: string, what: 'answer' | ErrorCode) => {
    shown.push({ questionId, what });
    return `activity-${shown.length}`;
  };
  const courier: Courier = {
    showProgress: async () => undefined,
    async deliverAnswer({ id }, _answer, beforeSending) {
      await beforeSending('post');
      return show(id, 'answer');
    },
    async deliverFailure({ id, failure }, beforeSending) {
      await beforeSending('post');
      return show(id, failure?.code ?? 'internal');
    },
    endProgress: async () => {},
    showCancelled: async () => {},
  };

  return {
    clock,
    storage: openMemoryStorage(clock),
    poison: createMemoryQueue(clock),
    genie,
    courier,
    asked,
    shown,
    get overlaps() {
      return world.overlaps;
    },
  };
}
