import type { Clock } from '../../common/clock.ts';
import type { Identity } from '../../common/identity.ts';
import type { AgentClient } from '../../genie/agent/agentClient.ts';
import { openTurn } from '../../genie/agent/openTurn.ts';
import { responseIdOf } from '../../genie/agent/turn.ts';
import { GenieError } from '../../genie/errors.ts';
import type { Answerer } from '../../questions/ports.ts';
import { originOf } from '../originOf.ts';
import { conversationOf, markAgents, ownIdOf } from './agentIds.ts';
import { followTurn } from './followTurn.ts';
import type { LiveTurns } from './liveTurns.ts';
import { readReport } from './readReport.ts';
import { readTurn } from './readTurn.ts';
import { sayTurn } from './sayTurn.ts';
import { toAsked, toReport } from './toReport.ts';

/** What agent mode does in its own way. */
export type AgentAnswerer = Pick<
  Answerer,
  'ask' | 'cancel' | 'getMessage' | 'listMessages' | 'readAnswer' | 'watch'
>;

export interface AgentAnswererOptions {
  clock: Clock;
  /** What this process reads right now. Shared, as the one who waits might not be the one who asked. */
  liveTurns: LiveTurns;
  /** Of the workspace, to which answers link; absent: none do. */
  host?: string;
  /** With whose rights Genie is asked; the bot's unless told. */
  identity?: Identity;
}

/** How long, in real time, the beginning of a response can take. */
const beginningMs = 30_000;

/**
 * Genie's agent mode as an answerer. A response's ID is its message's. While this process asked and waits, the response
 * is read as it comes; after a takeover, or a broken connection, its items tell how far it is, and nothing is asked again.
 *
 * @param client retries what is safe to repeat
 * @param once never retries
 */
export function createAgentAnswerer(
  client: AgentClient,
  once: AgentClient,
  { clock, liveTurns, host, identity = 'bot' }: AgentAnswererOptions,
): AgentAnswerer {
  return {
    async ask({ spaceId, conversationId: continued, content: question }, signal) {
      const conversationId = continued === undefined ? undefined : ownIdOf(continued);
      const asking = { agentId: spaceId, question, conversationId };
      const opening = { client: once, clock, timeoutMs: beginningMs, ...asking };
      const live = await openTurn(opening, signal);
      liveTurns.keep(live);
      return {
        spaceId,
        conversationId: markAgents(live.conversationId),
        messageId: live.responseId,
      };
    },

    async listMessages(spaceId, conversationId, page, signal) {
      const conversation = conversationOf({ spaceId, conversationId });
      const order = { order: 'desc', after: page } as const;
      const { items, next } = await once.listItems(conversation, order, signal);
      const asked = items.filter((item) => item.kind === 'question');
      return {
        items: asked.map((item) =>
          toAsked(item, { spaceId, conversationId, messageId: responseIdOf(item) }),
        ),
        nextPage: next,
      };
    },

    async watch(ids, until, onStatus, signal) {
      const live = liveTurns.take(ids.messageId);
      try {
        const following = {
          clock,
          live,
          read: (limit?: AbortSignal) => readTurn(once, ids, limit),
          onTurn(turn: Parameters<typeof sayTurn>[0]) {
            const { status, said } = sayTurn(turn);
            onStatus(status, said);
          },
        };
        const turn = await followTurn(following, until, signal);
        return turn && toReport(turn, ids);
      } finally {
        live?.close();
      }
    },

    async getMessage(ids, signal) {
      const turn = await readTurn(once, ids, signal);
      if (turn === undefined) throw goneError();
      const { ending } = turn;
      if (ending) return toReport({ ...turn, ending }, ids);
      const { question: text, createdAt } = turn;
      const times = createdAt === undefined ? {} : { createdAt };
      return toAsked({ kind: 'question', id: ids.messageId, state: 'done', text, ...times }, ids);
    },

    async readAnswer(message, _signal, onTexts) {
      const answer = readReport(message);
      onTexts?.(answer.texts);
      const { spaceId, conversationId } = message;
      const own = { spaceId, conversationId: ownIdOf(conversationId) };
      const origin = originOf(own, host, identity);
      return { ...answer, ...(origin && { origin }) };
    },

    cancel: (ids) => client.cancel(conversationOf(ids), ids.messageId),
  };
}

function goneError(): GenieError {
  const details = { acted: 'no', status: 404, about: 'conversation' } as const;
  return new GenieError('conversation-gone', 'The conversation has no such question', details);
}
