import { BoundedMap } from '../common/boundedMap.ts';
import type { Clock } from '../common/clock.ts';
import type { Log } from '../common/log.ts';
import { mayHaveActed } from '../genie/errors.ts';
import { createCaller } from '../genie/http/caller.ts';
import { parseHost } from '../genie/http/parseHost.ts';
import type { Api, GenieRequest } from '../genie/http/sendRequest.ts';
import { withToken } from '../genie/http/withToken.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import { omitUndefined } from '../genie/wire/omitUndefined.ts';
import { callEndpoint, servingApi } from './callEndpoint.ts';
import {
  endpointWire,
  learnShape,
  newAgent,
  type Shape,
  shapeOf,
  toEndpoint,
} from './endpointShape.ts';
import { rateTrace } from './rateTrace.ts';
import { createDraft } from './reply/draft.ts';
import { toEndpointError } from './toEndpointError.ts';
import { toItems } from './toItems.ts';
import type { Endpoint, Invocation, ServingClient } from './types.ts';

export interface ServingClientOptions {
  /** `https://<workspace>`; plain http for loopback only. */
  host: string;
  tokens: TokenSource;
  clock: Clock;
  log?: Log | undefined;
}

const descriptions: Api = { path: '/api/2.0/serving-endpoints/', name: 'Databricks' };
const retry = { retries: 0, initialBackoffMs: 0, maxBackoffMs: 0, multiplier: 1 };
/** For an exchange that isn't a question. */
const timeoutMs = 30_000;
const rememberedMs = 5 * 60_000;
const mostEndpoints = 100;
/** A refusal can tell both the key and that there were too many fields. */
const mostLessons = 2;

/** An agent on Databricks Apps. It has no description, and one address for all of them. */
const isApp = (name: string) => name.startsWith('apps/');

/**
 * Calls model serving endpoints: agents, supervisors, foundation and external models.
 *
 * @throws AppError `config` for a host that is no https address
 */
export function createServingClient(options: ServingClientOptions): ServingClient {
  const { tokens, clock, log } = options;
  const origin = parseHost(options.host);
  const { read, act } = createCaller({ origin, tokens, clock, retry, timeoutMs, log });
  const described = new BoundedMap<string, { endpoint: Endpoint; shape: Shape; until: number }>(
    mostEndpoints,
  );
  /** What a refusal taught, which counts more than the description. */
  const learned = new BoundedMap<string, Shape>(mostEndpoints);

  const describeWithShape = async (name: string, signal?: AbortSignal) => {
    if (isApp(name)) {
      const { family } = learned.get(name) ?? newAgent;
      return { endpoint: { name, family, isReady: true }, shape: newAgent };
    }
    const known = described.get(name);
    if (known && known.until > clock.now()) return known;
    const startedAt = clock.now();
    try {
      const wire = await read({ api: descriptions, path: [name] }, endpointWire, signal);
      const endpoint = toEndpoint(name, wire);
      const found = { endpoint, shape: shapeOf(wire.task), until: startedAt + rememberedMs };
      // One that starts is looked at again, to see when it's there.
      if (endpoint.isReady) described.set(name, found);
      return found;
    } catch (error) {
      throw toEndpointError(error, clock.now() - startedAt);
    }
  };

  /** Not everyone who can query an endpoint can see its description; whether it's there, the call will tell. */
  const findShape = async (name: string, signal?: AbortSignal): Promise<Shape> => {
    const taught = learned.get(name);
    if (taught) return taught;
    try {
      return (await describeWithShape(name, signal)).shape;
    } catch (error) {
      signal?.throwIfAborted();
      log?.info('endpoint.undescribed', { endpoint: name, error });
      return newAgent;
    }
  };

  return {
    describe: async (name, signal) => (await describeWithShape(name, signal)).endpoint,

    async invoke(invocation, onSaid, signal) {
      const { name } = invocation;
      let shape = await findShape(name, signal);
      for (let lessons = 0; ; lessons++) {
        let isAtWork = false;
        const draft = createDraft((said) => {
          isAtWork = true;
          onSaid(said);
        });
        const startedAt = clock.now();
        const request = toRequest(invocation, shape);
        const call = (token: string) =>
          callEndpoint(request, draft, { origin, token, clock, signal });
        try {
          await withToken(tokens, call, signal);
          return draft.toReply();
        } catch (thrown) {
          signal?.throwIfAborted();
          const error = toEndpointError(thrown, clock.now() - startedAt);
          const isAllowed = invocation.turns.at(-1)?.decision?.isApproved === true;
          // What has begun to work, or may have done what was allowed, isn't called a second time.
          const isCertain = draft.isEmpty && !isAtWork && !(isAllowed && mayHaveActed(error));
          const better = isCertain ? learnShape(error, shape) : undefined;
          if (better === undefined || lessons >= mostLessons) throw error;
          log?.info('endpoint.learned', { endpoint: name, ...better });
          learned.set(name, better);
          shape = better;
        }
      }
    },

    rate: (traceId, rating, comment, rater) =>
      rateTrace({ read, act }, traceId, rating, comment, rater),
  };
}

function toRequest(
  { name, turns, conversationId, userKey }: Invocation,
  { family, extras }: Shape,
): GenieRequest {
  const items = toItems(turns, family);
  const said = family === 'responses' ? { input: items } : { messages: items };
  // It's the address of apps; elsewhere it says once more what the path says.
  const model = isApp(name) || extras !== 'none' ? { model: name } : {};
  const user = extras === 'none' ? {} : omitUndefined({ user: userKey });
  const rest = {
    context: omitUndefined({ conversation_id: conversationId, user_id: userKey }),
    databricks_options: { return_trace: true },
  };
  return {
    method: 'POST',
    api: servingApi,
    path: isApp(name) ? ['responses'] : [name, 'invocations'],
    body: { ...model, stream: true, ...said, ...user, ...(extras === 'all' && rest) },
    privateTexts: turns.flatMap(({ question, answer }) => [question, answer?.text ?? '']),
  };
}
