import { randomUUID } from 'node:crypto';
import { createGrowingText } from '../answers/growingText.ts';
import { readTextAnswer } from '../answers/readTextAnswer.ts';
import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { GenieError } from '../genie/errors.ts';
import type { Message, MessageIds } from '../genie/types.ts';
import { endpointNameOf } from '../questions/endpoint.ts';
import { turnIdOf } from '../questions/ids.ts';
import type {
  Answerer,
  Decision,
  KeptTurn,
  Said,
  TurnStore,
  Versioned,
} from '../questions/ports.ts';
import type { Reply, ServingClient, Turn } from '../serving/types.ts';
import { boundReply } from './boundReply.ts';
import { callOnce } from './callOnce.ts';
import { changeTurn } from './changeTurn.ts';
import { historyOf } from './historyOf.ts';

/** Turns that are kept of one conversation. The oldest go. */
const mostTurns = 40;

/** A session is active until a while after its last question came: turns must not be gone before it is. */
const slackMs = 20 * 60_000;

/** From one sign of life to the next. */
const heartbeatMs = 1_000;

export interface EndpointOptions {
  client: Pick<ServingClient, 'invoke' | 'rate'>;
  turns: TurnStore;
  /** How long a session lasts without a question. */
  sessionIdleMs: number;
  clock: Clock;
  log: Log;
}

/**
 * Serving endpoints as answerers. An endpoint keeps nothing: what was said and answered is in the store of turns until
 * the session ends.
 *
 * Asking only writes down what the person said, so it can be repeated: what nobody watches is never sent. Watching makes
 * the one call, unless the answer is there already. An owner that is killed in between loses it, and the next one calls
 * again; unless something was allowed that may have been done by then.
 */
export function createEndpointAnswerer(options: EndpointOptions): Answerer {
  const { client, turns, sessionIdleMs, clock, log } = options;
  const expiry = () => clock.now() + sessionIdleMs + slackMs;

  async function find(ids: MessageIds): Promise<Versioned<KeptTurn>> {
    const found = await turns.get(turnIdOf(ids));
    if (found) return found;
    throw new AppError('answer-gone', 'What an endpoint answered is no longer kept');
  }

  async function findAnswered(ids: MessageIds): Promise<KeptTurn & { reply: Reply }> {
    const { value } = await find(ids);
    if (value.reply) return { ...value, reply: value.reply };
    throw new AppError('answer-gone', 'The endpoint gave no answer');
  }

  /** The other turns live as long as this one, and of too many the oldest go. Best effort. */
  async function tidy(others: readonly KeptTurn[]): Promise<void> {
    const surplus = others.slice(0, Math.max(0, others.length + 1 - mostTurns));
    const early = others
      .slice(surplus.length)
      .filter(({ expiresAt }) => expiresAt < clock.now() + sessionIdleMs + slackMs / 2);
    try {
      await Promise.all([
        ...surplus.map(({ id }) => turns.delete(id)),
        ...early.map(async ({ id }) => {
          const current = await turns.get(id);
          if (current) await turns.replace(current, { ...current.value, expiresAt: expiry() });
        }),
      ]);
    } catch (error) {
      log.warn('turns.notKept', { error });
    }
  }

  /**
   * Keeps a reply, unless another owner has kept one: that one counts. It's worth some patience with storage: without its
   * row, the answer is asked for once more.
   */
  const keep = (ids: MessageIds, reply: Reply, signal?: AbortSignal): Promise<KeptTurn> =>
    changeTurn(
      turnIdOf(ids),
      (turn) => (turn.reply ? turn : { ...turn, reply, expiresAt: expiry() }),
      options,
      signal,
    );

  return {
    async ask({ conversationId = randomUUID(), content, ...asking }) {
      const ids = { spaceId: asking.spaceId, conversationId, messageId: randomUUID() };
      if (asking.decision) await checkDecision(conversationId, asking.decision, turns);
      await turns.insert({
        ...asking,
        ...ids,
        id: turnIdOf(ids),
        question: content,
        askedAt: clock.now(),
        expiresAt: expiry(),
      });
      return ids;
    },
    // Nothing is ever looked for: what was asked and lost is asked again.
    listMessages: async () => ({ items: [] }),
    listConversations: async () => ({ items: [] }),
    async watch(ids, _until, onStatus, signal) {
      const { value: turn } = await find(ids);
      if (turn.reply) return toMessage(turn);
      onStatus('ENDPOINT_WORKING');
      const others = (await turns.listAll(ids.conversationId)).filter(({ id }) => id !== turn.id);
      const tidying = tidy(others);
      const beating = new AbortController();
      const growing = createGrowingText(clock.now);
      let latest: Said | undefined;
      const tell = () => {
        const text = growing.words();
        if (text) latest = { ...latest, text };
        onStatus('ENDPOINT_WORKING', latest);
      };
      const { userKey } = turn;
      const invocation = {
        name: endpointNameOf(ids.spaceId),
        turns: [...historyOf(others, turn), turn].map(toTurn),
        conversationId: ids.conversationId,
        ...(userKey && { userKey }),
      };
      // Silence is no trouble: a model thinks, and the asker sees how long.
      const heartbeat = (async () => {
        while (!beating.signal.aborted) {
          await clock.sleep(heartbeatMs, beating.signal);
          tell();
        }
      })().catch(() => {});
      const hear = ({ text, ...said }: Said) => {
        latest = { ...latest, ...said };
        if (text) growing.hear(text);
        tell();
      };
      const invoke = () => client.invoke(invocation, hear, signal);
      try {
        const isAllowed = turn.decision?.isApproved === true;
        const reply = await (isAllowed ? callOnce(turn.id, invoke, options, signal) : invoke());
        return toMessage(await keep(ids, boundReply(reply), signal));
      } finally {
        beating.abort();
        await Promise.all([tidying, heartbeat]);
      }
    },
    getMessage: async (ids) => toMessage(await findAnswered(ids)),
    async readAnswer(message, _signal, onTexts) {
      const { reply, askedAt } = await findAnswered(message);
      const { text, citations, approval } = reply;
      // What it says of data was so when it was asked.
      const answer = readTextAnswer({ text, citations, approval, readAt: askedAt });
      onTexts?.(answer.texts);
      return answer;
    },
    explainFailure: () => ({ kind: 'unknown', texts: [], suggestions: [] }),
    async rate(ids, rating, comment) {
      const { reply, userKey = '' } = await findAnswered(ids);
      if (reply.traceId) await client.rate(reply.traceId, rating, comment, userKey);
    },
    // Ending the call ends its work.
    cancel: async () => {},
    async deleteConversation(_spaceId, conversationId) {
      const all = await turns.listAll(conversationId);
      await Promise.all(all.map(({ id }) => turns.delete(id)));
    },
  };
}

/** What was asked for before something else was said can't be allowed. @throws GenieError `endpoint-declined` */
async function checkDecision(
  conversationId: string,
  { requestId }: Decision,
  turns: TurnStore,
): Promise<void> {
  // A turn without an answer may be this very one, asked before a kill.
  const last = (await turns.listAll(conversationId)).findLast(({ reply }) => reply !== undefined);
  if (last?.reply?.approval?.id === requestId) return;
  const message = 'The request that was decided isn’t the newest turn';
  throw new GenieError('endpoint-declined', message, { acted: 'no' });
}

function toTurn({ question, decision, reply }: KeptTurn): Turn {
  return { question, ...(decision && { decision }), ...(reply && { answer: reply }) };
}

function toMessage({
  spaceId,
  conversationId,
  messageId,
  question,
  reply,
  askedAt,
}: KeptTurn): Message {
  const content = reply?.text ?? '';
  return {
    spaceId,
    conversationId,
    messageId,
    content: question,
    status: 'COMPLETED',
    attachments: content ? [{ kind: 'text', id: messageId, content, purpose: 'answer' }] : [],
    createdAt: askedAt,
  };
}
