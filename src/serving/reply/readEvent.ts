import * as z from 'zod/mini';
import type { Draft } from './draft.ts';
import { failureIn } from './failureIn.ts';
import { readChat } from './readChat.ts';
import { readOutput, readResponses } from './readResponses.ts';
import { chatWire, responsesWire, tracedWire } from './wire.ts';

/**
 * Reads what an endpoint sends, an event or a whole reply, into the draft. It tells itself apart by its shape, so an
 * agent that answers in the other family is understood as well.
 *
 * @param eventType as the stream names it, outside of the JSON
 * @throws EndpointFailure
 */
export function readEvent(json: unknown, draft: Draft, eventType?: string): void {
  const failure = failureIn(json, eventType);
  if (failure) throw failure;
  readTrace(json, draft);
  const event = z.safeParse(responsesWire, json).data;
  if (event === undefined) return;
  if (event.type?.startsWith('response')) readResponses(event, draft);
  else if (event.output.length > 0) readWhole(event, draft);
  else readChat(z.parse(chatWire, json), draft);
}

function readWhole({ output }: z.output<typeof responsesWire>, draft: Draft): void {
  readOutput(output, draft);
  draft.complete();
}

function readTrace(json: unknown, draft: Draft): void {
  const { data } = z.safeParse(tracedWire, json);
  const { trace } = data?.databricks_output ?? data?.response?.databricks_output ?? {};
  const id = trace?.info?.trace_id ?? trace?.info?.request_id ?? trace?.trace_id ?? data?.trace_id;
  if (id !== undefined && /^[\w.:/-]{1,200}$/.test(id)) draft.trace(id);
}
