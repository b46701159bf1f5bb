import { answerEvents, outputOf, type TimedEvent } from '../assistant/answerEvents.ts';
import { assistantAnswer, type InputItem } from '../assistant/assistantAnswer.ts';
import { invalidParameter, notFound } from './apiError.ts';
import type { Demo } from './demo.ts';
import type { ApiRequest, Route } from './route.ts';

/** The one serving endpoint of the demo. */
export const assistantName = 'demo-assistant';

/** Describing and asking the assistant, as a model serving endpoint. */
export function createServingRoutes(demo: Demo): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/2.0/serving-endpoints/:name',
      handle: (request) => {
        requireAssistant(request);
        const state = { ready: 'READY', config_update: 'NOT_UPDATING' };
        return { name: assistantName, task: 'agent/v1/responses', state };
      },
    },
    {
      method: 'POST',
      path: '/serving-endpoints/:name/invocations',
      handle: (request) => {
        requireAssistant(request);
        const { input, stream } = readBody(request.body);
        const answer = assistantAnswer(input, demo.warehouses.of(request.caller));
        if (!stream) return { object: 'response', status: 'completed', output: outputOf(answer) };
        // As fast as Genie's stages: some 25 words a second.
        return writeEvents(answerEvents(answer, demo.stageMs / 8), demo.sleep);
      },
    },
  ];
}

function requireAssistant({ params }: ApiRequest): void {
  const { name } = params;
  if (name === assistantName) return;
  throw notFound(`Endpoint with name '${name}' does not exist.`);
}

function readBody(body: unknown): { input: InputItem[]; stream: boolean } {
  const { input, messages, stream } = (body ?? {}) as Record<string, unknown>;
  if (Array.isArray(input)) return { input, stream: stream === true };
  if (messages === undefined) throw invalidParameter("Missing required field: 'input'");
  throw invalidParameter("'messages' field is not supported. Please use 'input' field instead.");
}

async function* writeEvents(
  events: readonly TimedEvent[],
  sleep: (ms: number) => Promise<unknown>,
): AsyncGenerator<string> {
  for (const { json, ms } of events) {
    if (ms > 0) await sleep(ms);
    yield `event: ${json.type}\ndata: ${JSON.stringify(json)}\n\n`;
  }
  yield 'data: [DONE]\n\n';
}
