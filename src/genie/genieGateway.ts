import { queriesToFetch } from '../answers/queriesToFetch.ts';
import { readAnswer } from '../answers/readAnswer.ts';
import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../clock.ts';
import { AppError, codeOf } from '../errors.ts';
import type { Genie } from '../questions/ports.ts';
import { awaitResult } from './awaitResult.ts';
import { failureKindOf } from './failureKinds.ts';
import type { GenieClient } from './genieClient.ts';
import { pollMessage } from './pollMessage.ts';
import type { Message } from './types.ts';

/** How long the rows of a finished message may take to read; a query that has expired is run again in this time. */
const rowsTimeoutMs = 120_000;

/**
 * Makes of Genie's API what the life of a question needs. Spaces are remembered as long as the process lives.
 *
 * @param client repeats by the retry policy what may be repeated
 * @param once repeats nothing: whether and when to ask again is decided where it can also be written down
 */
export function createGenieGateway(client: GenieClient, once: GenieClient, clock: Clock): Genie {
  const findSpace = remember((_key: 'first') => findFirstSpace(once));
  const describeSpace = remember((spaceId: string) => client.getSpace(spaceId));

  async function readRows(message: Message, attachmentId: string, signal?: AbortSignal) {
    const expired = message.status === 'QUERY_RESULT_EXPIRED';
    const deadlineAt = clock.now() + rowsTimeoutMs;
    const options = { clock, deadlineAt, signal, expired };
    return awaitResult(client, message, attachmentId, options);
  }

  return {
    findSpace: () => findSpace('first'),
    ask: (spaceId, conversationId, content, signal) =>
      conversationId === undefined
        ? once.startConversation(spaceId, content, signal)
        : once.sendMessage(spaceId, conversationId, content, signal),
    async listMessages(spaceId, conversationId, signal) {
      return (await client.listMessages(spaceId, conversationId, undefined, signal)).messages;
    },
    async listConversations(spaceId, signal) {
      return (await client.listConversations(spaceId, undefined, signal)).conversations;
    },
    async watch(ids, until, onStatus, signal) {
      try {
        return await pollMessage(client, ids, { clock, deadlineAt: until, onStatus, signal });
      } catch (error) {
        if (codeOf(error) === 'genie-timeout' && !signal?.aborted) return undefined;
        throw error;
      }
    },
    getMessage: (ids, signal) => client.getMessage(ids, signal),
    async readAnswer(message, signal) {
      const results = new Map<string, FetchedRows>();
      await Promise.all(
        queriesToFetch(message).map(async (id) => {
          results.set(id, await readRows(message, id, signal));
        }),
      );
      return readAnswer(message, results);
    },
    explainFailure: ({ error }) => (error ? failureKindOf(error) : 'unknown'),
    rate: (ids, rating, comment) => client.sendFeedback(ids, rating, comment),
    describeSpace,
  };
}

/** Calls `read` once for each key, and again after a failure. */
function remember<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const reading = known.get(key) ?? read(key);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
}

async function findFirstSpace(client: GenieClient): Promise<string> {
  const [first] = await client.listSpaces();
  if (first === undefined) throw new AppError('no-space', 'The token can see no Genie space');
  return first.id;
}
