import type { JWK } from 'jose';
import * as z from 'zod/mini';
import type { Clock } from '../../common/clock.ts';
import { parseJson } from '../../common/parseJson.ts';
import { readBytes } from '../../common/readBytes.ts';
import { withTimeLimit } from '../../common/timeLimit.ts';

/** A key that the Bot Framework publishes, and the channels that it may sign for. */
export interface SigningKey {
  jwk: JWK;
  endorsements: readonly string[];
}

export interface SigningKeys {
  /**
   * The published key of this id; `undefined` where there is none.
   *
   * @throws where the keys can't be had: nothing is known about the id then
   */
  find(kid: string): Promise<SigningKey | undefined>;
}

/** Both documents come within a second. A key server that says nothing must not hold up every caller. */
const timeoutMs = 5_000;

/** As often as the protocol wants them read again. */
const freshMs = 24 * 3_600_000;

/** Keys are published days before they sign. So those that are known stay good while the server can't be reached. */
const usableMs = 5 * 24 * 3_600_000;

/** Anybody can name a key that isn't there: what that costs the key server is bounded. */
const lookAgainMs = 60_000;

/** Without keys, a server that has just failed is spared this long. */
const spareMs = 1_000;

const maxBytes = 1024 * 1024;

const metadata = z.object({ jwks_uri: z.url() });

const keySet = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.optional(z.string()),
      kty: z.string(),
      endorsements: z.optional(z.array(z.string())),
    }),
  ),
});

interface KnownKeys {
  byId: ReadonlyMap<string, SigningKey>;
  /** Milliseconds since 1970. */
  readAt: number;
}

/**
 * The keys that an OpenID metadata document leads to. They are read once for all who wait, and read again in the
 * background when they are a day old.
 *
 * @param limitMs how long reading them may take, in real time
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createSigningKeys(
  metadataUrl: string,
  clock: Clock,
  limitMs = timeoutMs,
): SigningKeys {
  let known: KnownKeys | undefined;
  let reading: Promise<KnownKeys> | undefined;
  let triedAt = 0;
  let failure: unknown;

  const read = (): Promise<KnownKeys> => {
    reading ??= readOnce().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const readOnce = async () => {
    triedAt = clock.now();
    try {
      known = { byId: await readKeys(metadataUrl, limitMs), readAt: clock.now() };
      failure = undefined;
      return known;
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  const mayTry = () => clock.now() - triedAt >= lookAgainMs;

  return {
    async find(kid) {
      const ageMs = known ? clock.now() - known.readAt : Number.POSITIVE_INFINITY;
      if (
        !reading &&
        failure !== undefined &&
        ageMs >= usableMs &&
        clock.now() - triedAt < spareMs
      ) {
        throw failure;
      }
      const keys = known && ageMs < usableMs ? known : await read();
      const found = keys.byId.get(kid);
      // Best effort: the keys that are known are good for days.
      if (found && ageMs >= freshMs && mayTry()) read().catch(() => {});
      if (found) return found;
      if (reading !== undefined) return (await reading).byId.get(kid);
      if (mayTry()) return (await read()).byId.get(kid);
      // The keys are older than the last try: whether this one is published, nobody could say.
      if (failure !== undefined) throw failure;
      return undefined;
    },
  };
}

async function readKeys(metadataUrl: string, limitMs: number): Promise<Map<string, SigningKey>> {
  return withTimeLimit(limitMs, async ({ signal }) => {
    const { jwks_uri } = metadata.parse(await readJson(metadataUrl, signal));
    const { keys } = keySet.parse(await readJson(jwks_uri, signal));
    const known = keys.flatMap(({ endorsements = [], ...jwk }): [string, SigningKey][] =>
      jwk.kid === undefined || jwk.kty !== 'RSA'
        ? []
        : [[jwk.kid, { jwk: jwk as JWK, endorsements }]],
    );
    return new Map(known);
  });
}

async function readJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    signal,
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The key server answered ${response.status}`);
  const bytes = await readBytes(response.body, maxBytes);
  if (bytes === undefined) throw new Error('The key server answered too much');
  return parseJson(bytes.toString());
}
