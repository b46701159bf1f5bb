import { type CryptoKey, errors, importJWK, type JWTHeaderParameters, jwtVerify } from 'jose';
import type { Clock } from '../../common/clock.ts';
import { parseJson } from '../../common/parseJson.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import { createSigningKeys, type SigningKeys } from './signingKeys.ts';

/** What a token must have been made out for. */
interface Delivery {
  channelId: string;
  serviceUrl: string;
}

/** How far the Bot Framework's clock and ours may be apart. */
const clockToleranceSeconds = 5 * 60;

/** Several times what the Bot Framework sends. */
const maxHeaderLength = 8_192;

const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * Checks the token of a request as the Bot Framework's protocol says: its issuer, its audience, the signature by one of
 * the issuer's keys, that this key may sign for the channel, its lifetime and the service URL.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 *
 * The SDK's `authenticateRequest` also takes tokens that any Entra tenant issued (for its Emulator), with whatever
 * service URL the caller likes, and remembers each tenant that an unchecked token names. Its own cache of keys asks the
 * key server again for each caller and without a time limit.
 *
 * @returns a function that throws where the issuer's keys can't be had: nothing is known about the token then
 */
export function createTokenCheck(
  appId: string,
  { issuer, openIdMetadataUrl }: BotCloud,
  clock: Clock,
): (authorization: string, delivery: Delivery) => Promise<boolean> {
  const keys = createSigningKeys(openIdMetadataUrl, clock);
  const audiences = audiencesOf(appId);
  return async (authorization, { channelId, serviceUrl }) => {
    if (authorization.length > maxHeaderLength) return false;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    const claims = token && decodeClaims(token);
    // The cheap checks come first. Anyone who knows the app id passes them: the key server is spared by `signingKeys.ts`.
    if (!claims || claims['iss'] !== issuer) return false;
    const audience = claims['aud'];
    if (typeof audience !== 'string' || !audiences.has(audience.toLowerCase())) return false;
    try {
      const { payload } = await jwtVerify(token, (header) => keyFor(header, channelId, keys), {
        algorithms,
        issuer,
        audience,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
        currentDate: new Date(clock.now()),
      });
      return payload['serviceurl'] === serviceUrl;
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      throw error;
    }
  };
}

/** Ids are GUIDs, whose case means nothing. With single sign-on the audience is the app's id as an address. */
function audiencesOf(appId: string): Set<string> {
  const id = appId.toLowerCase();
  return new Set([id, `api://${id}`, `api://botid-${id}`]);
}

/** The claims of a token, not verified. */
function decodeClaims(token: string): Record<string, unknown> | undefined {
  const payload = token.split('.')[1] ?? '';
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  return typeof claims === 'object' && claims !== null
    ? (claims as Record<string, unknown>)
    : undefined;
}

/** @throws JOSEError for a key that isn't published, or that can't sign for the channel */
async function keyFor(
  { kid = '', alg }: JWTHeaderParameters,
  channelId: string,
  keys: SigningKeys,
): Promise<CryptoKey | Uint8Array> {
  const key = await keys.find(kid);
  if (!key?.endorsements.includes(channelId)) throw new errors.JWKSNoMatchingKey();
  return importJWK(key.jwk, alg);
}
