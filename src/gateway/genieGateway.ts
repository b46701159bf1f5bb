import { queriesToFetch } from '../answers/queriesToFetch.ts';
import { readAnswer } from '../answers/readAnswer.ts';
import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import { AppError, codeOf, type ErrorCode } from '../common/errors.ts';
import type { Identity } from '../common/identity.ts';
import type { Log } from '../common/log.ts';
import { isPassing } from '../genie/errors.ts';
import { failureKindOf } from '../genie/failureKinds.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { pollMessage } from '../genie/pollMessage.ts';
import type { Genie } from '../questions/ports.ts';
import { fetchPicture } from './fetchPicture.ts';
import { fetchRows } from './fetchRows.ts';
import { originOf } from './originOf.ts';
import { probeGenie } from './probeGenie.ts';
import { readSampleQuestions } from './readSampleQuestions.ts';

/** How long spaces are remembered: people rename them, and add others. */
const spacesKeptMs = 10 * 60_000;

/** No permission to edit the space, or to see it: we can't read its definition. */
const closed: ReadonlySet<ErrorCode> = new Set(['genie-forbidden', 'genie-not-found']);

export interface GatewayOptions {
  clock: Clock;
  log?: Log | undefined;
  /** Of the workspace, to which answers link; absent: none do. */
  host?: string;
  /** With whose rights Genie is asked; the bot's unless told. */
  identity?: Identity;
}

/**
 * Turns Genie's API into what the life of a question needs. Spaces are remembered for a while.
 *
 * @param client retries what is safe to repeat, by the retry policy
 * @param once never retries: whether and when to try again is decided where it can be recorded, and the asker told
 */
export function createGenieGateway(
  client: GenieClient,
  once: GenieClient,
  { clock, log, host, identity = 'bot' }: GatewayOptions,
): Genie {
  const rememberSpaces = <T>(read: (key: string) => Promise<T>) =>
    remember(read, clock, spacesKeptMs);
  const listSpaces = rememberSpaces(() => once.listSpaces());
  const describeSpace = rememberSpaces((spaceId) => client.getSpace(spaceId));
  const listSampleQuestions = rememberSpaces(async (spaceId) => {
    try {
      const { definition } = await once.getSpace(spaceId, { includeDefinition: true });
      return readSampleQuestions(definition);
    } catch (error) {
      if (closed.has(codeOf(error))) return [];
      throw error;
    }
  });

  return {
    async findSpace() {
      const [first] = await listSpaces('all');
      if (first === undefined) throw new AppError('no-space', 'The token can see no Genie space');
      return first.id;
    },
    ask: ({ spaceId, conversationId, content }, signal) =>
      conversationId === undefined
        ? once.startConversation(spaceId, content, signal)
        : once.sendMessage(spaceId, conversationId, content, signal),
    async listMessages(spaceId, conversationId, page, signal) {
      const query = page === undefined ? {} : { pageToken: page };
      const read = await once.listMessages(spaceId, conversationId, query, signal);
      return { items: read.messages, nextPage: read.nextPageToken };
    },
    async listConversations(spaceId, page, signal) {
      const query = page === undefined ? {} : { pageToken: page };
      const read = await once.listConversations(spaceId, query, signal);
      return { items: read.conversations, nextPage: read.nextPageToken };
    },
    async watch(ids, until, onStatus, signal) {
      try {
        const options = { clock, deadlineAt: until, onStatus, signal, isHopeless: isPassing };
        return await pollMessage(once, ids, options);
      } catch (error) {
        const isOver = codeOf(error) === 'genie-timeout' && clock.now() >= until;
        if (isOver && !signal?.aborted) return undefined;
        throw error;
      }
    },
    probe: (spaceId, signal) => probeGenie(once, spaceId, clock, signal),
    getMessage: (ids, signal) => once.getMessage(ids, signal),
    async readAnswer(message, signal, onTexts) {
      const results = new Map<string, FetchedRows>();
      onTexts?.(readAnswer(message, results).texts);
      const options = { clock, log, signal, identity };
      const [picture] = await Promise.all([
        fetchPicture(once, message, options),
        ...queriesToFetch(message).map(async (id) => {
          results.set(id, await fetchRows(once, message, id, options));
        }),
      ]);
      const origin = originOf(message, host, identity);
      return { ...readAnswer(message, results, picture), ...(origin && { origin }) };
    },
    explainFailure(message) {
      const { texts, suggestions } = readAnswer(message, new Map());
      const kind = message.error ? failureKindOf(message.error) : 'unknown';
      return { kind, texts, suggestions };
    },
    rate: (ids, rating, comment) => client.sendFeedback(ids, rating, comment),
    describeSpace,
    listSpaces: () => listSpaces('all'),
    listSampleQuestions,
    // There is no such call.
    cancel: async () => {},
    deleteConversation: (spaceId, conversationId) =>
      client.deleteConversation(spaceId, conversationId),
  };
}

/** Calls `read` once for each key, and again after a failure or once `keptMs` have passed. */
function remember<T>(
  read: (key: string) => Promise<T>,
  clock: Clock,
  keptMs: number,
): (key: string) => Promise<T> {
  const known = new Map<string, { value: Promise<T>; until: number }>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered && remembered.until > clock.now()) return remembered.value;
    const value = read(key);
    known.set(key, { value, until: clock.now() + keptMs });
    value.catch(() => known.get(key)?.value === value && known.delete(key));
    return value;
  };
}
