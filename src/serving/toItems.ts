import type { Decision } from '../questions/ports.ts';
import type { Family, Turn } from './types.ts';

/** Agents and models take 4 MB at most (Databricks, Model Serving limits). Some is left for the rest of the body. */
const payloadBytes = 4_000_000;

/**
 * What was said, as an endpoint wants it: the items of `input`, or the `messages`. Turns are left out from the oldest on,
 * whole, until the rest has at most `maxBytes` as JSON. The last is always there.
 */
export function toItems(
  turns: readonly Turn[],
  family: Family,
  maxBytes = payloadBytes - 10_000,
): object[] {
  const kept = latest(turns, family, maxBytes);
  const toItem = family === 'responses' ? toInput : toMessages;
  return kept.flatMap((turn, index) => toItem(turn, kept[index - 1]));
}

function latest(turns: readonly Turn[], family: Family, maxBytes: number): readonly Turn[] {
  let left = maxBytes;
  let start = turns.length - 1;
  for (; start >= 0; start--) {
    const turn = turns[start] as Turn;
    // Whether a decision takes the place of the question depends on what is left out: the question counts either way.
    const items = [
      ...toMessages(turn),
      ...(family === 'responses'
        ? [...(turn.decision ? [toResponse(turn.decision)] : []), ...toRequests(turn)]
        : []),
    ];
    left -= items.reduce((bytes, item) => bytes + Buffer.byteLength(JSON.stringify(item)) + 30, 0);
    if (left < 0) break;
  }
  return turns.slice(Math.min(start + 1, turns.length - 1));
}

/** @param before the turn before, if it's sent, too */
function toInput(turn: Turn, before?: Turn): object[] {
  const { decision } = turn;
  const messages = toMessages(turn).map((message) => ({ type: 'message', ...message }));
  const isDecided = decision !== undefined && before?.answer?.approval?.id === decision.requestId;
  const said = isDecided ? [toResponse(decision), ...messages.slice(1)] : messages;
  return [...said, ...toRequests(turn)];
}

const toResponse = ({ requestId, isApproved }: Decision) => ({
  type: 'mcp_approval_response',
  approval_request_id: requestId,
  approve: isApproved,
});

function toRequests({ answer }: Turn): object[] {
  if (!answer?.approval) return [];
  const { id, name, server = '', arguments: given } = answer.approval;
  return [{ type: 'mcp_approval_request', id, name, arguments: given, server_label: server }];
}

/** Chats know no approvals: what the person said about one is said in words. */
function toMessages({ question, answer }: Turn): object[] {
  const asked = { role: 'user', content: question };
  return answer?.text ? [asked, { role: 'assistant', content: answer.text }] : [asked];
}
