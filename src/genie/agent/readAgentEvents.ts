import * as z from 'zod/mini';
import { parseJson } from '../../common/parseJson.ts';
import type { ServerEvent } from '../../common/readEvents.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import { type EventWire, eventWire } from './agentWire.ts';
import type { Item } from './item.ts';
import { toError, toItem } from './toItem.ts';

/** What an event says. */
export type AgentEvent =
  | { kind: 'created'; responseId: string; conversationId: string | undefined }
  | { kind: 'item'; item: Item; isDone: boolean }
  | ({ kind: 'end'; items: Item[] } & Ending);

/** How a response ended. A connection that breaks is no end: only the conversation's items tell what became of it. */
export type Ending =
  | { how: 'completed' | 'cancelled' }
  | { how: 'failed'; error: { type: string; text: string } };

/** Reads the events of a response, up to the one that ends it. Unknown ones are left out, and so is what is no JSON. */
export async function* readAgentEvents(
  events: AsyncIterable<ServerEvent>,
): AsyncGenerator<AgentEvent, void> {
  for await (const { type, data } of events) {
    const parsed = z.safeParse(eventWire, parseJson(data));
    const read = parsed.success ? toAgentEvent(parsed.data.type ?? type, parsed.data) : undefined;
    if (read !== undefined) yield read;
    if (read?.kind === 'end') return;
  }
}

function toAgentEvent(type: string, wire: EventWire): AgentEvent | undefined {
  const { response, item: itemWire } = wire;
  switch (type) {
    case 'response.created': {
      const responseId = response?.id;
      if (responseId === undefined) return undefined;
      return { kind: 'created', responseId, conversationId: response?.conversation_id };
    }
    case 'response.output_item.added':
    case 'response.output_item.updated':
    case 'response.output_item.done': {
      const item = itemWire && toItem(itemWire);
      return item && { kind: 'item', item, isDone: type.endsWith('.done') };
    }
    case 'response.completed':
    case 'response.done':
    case 'response.failed':
    case 'response.incomplete':
    case 'response.cancelled':
      return { kind: 'end', items: itemsOf(wire), ...endingOf(type, wire) };
    case 'error':
      return { kind: 'end', items: [], how: 'failed', error: errorOf(wire) };
    default:
      // A bare error has no type.
      return wire.error === undefined || wire.type !== undefined
        ? undefined
        : { kind: 'end', items: [], how: 'failed', error: errorOf(wire) };
  }
}

function endingOf(type: string, wire: EventWire): Ending {
  const status = wire.response?.status;
  const isCancelled = status === 'cancelled' || status === 'canceled';
  if (isCancelled || type === 'response.cancelled') return { how: 'cancelled' };
  const isFailed = status === 'failed' || type === 'response.failed';
  if (isFailed || type === 'response.incomplete') return { how: 'failed', error: errorOf(wire) };
  return { how: 'completed' };
}

function errorOf({ response, error, code, error_code, message }: EventWire) {
  return toError(response?.error ?? error ?? omitUndefined({ code, error_code, message }));
}

/** The end repeats them all: what got lost on the way is in it. */
function itemsOf({ response }: EventWire): Item[] {
  return (response?.output ?? []).flatMap((item) => toItem(item) ?? []);
}
