import { AuthenticationConstants, AuthenticationError } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { parseJson } from '../../common/parseJson.ts';
import type { BotCloud } from '../../config/botCloud.ts';

/** What a token must have been issued for. */
interface Delivery {
  channelId: string;
  serviceUrl: string;
}

/** How far the Bot Framework's clock and ours can be apart. */
const clockToleranceSeconds = 5 * 60;

/** Several times what the Bot Framework sends. */
const maxHeaderLength = 8_192;

/**
 * Checks a request's token as the Bot Framework's protocol demands: its issuer, its audience, the signature by one of
 * the issuer's keys, whether this key can sign for the channel, its lifetime and the service URL.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 *
 * The SDK's `authenticateRequest` also accepts tokens from any Entra tenant (for its Emulator), with any service URL,
 * and remembers every tenant that an unchecked token names. So we use its extractor, which does the same for one
 * issuer.
 *
 * @returns a function that throws if it can't get the issuer's keys: then nothing is known about the token
 */
export function createTokenCheck(
  appId: string,
  { issuer, openIdMetadataUrl }: BotCloud,
): (authorization: string, delivery: Delivery) => Promise<boolean> {
  const extractor = new JwtTokenExtractor(
    { issuer: [issuer], audience: appId, clockTolerance: clockToleranceSeconds },
    openIdMetadataUrl,
    AuthenticationConstants.AllowedSigningAlgorithms,
  );
  return async (authorization, { channelId, serviceUrl }) => {
    if (authorization.length > maxHeaderLength) return false;
    const claims = decodeClaims(authorization);
    if (claims?.['iss'] !== issuer || claims['aud'] !== appId) return false;
    try {
      const caller = await extractor.getIdentityFromAuthHeader(authorization, channelId);
      return caller?.getClaimValue(AuthenticationConstants.ServiceUrlClaim) === serviceUrl;
    } catch (error) {
      if (isAboutToken(error)) return false;
      throw error;
    }
  };
}

/** The unverified claims of a bearer token. */
function decodeClaims(authorization: string): Record<string, unknown> | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization)?.[1];
  if (payload === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  return typeof claims === 'object' && claims !== null
    ? (claims as Record<string, unknown>)
    : undefined;
}

/**
 * Whether the extractor threw because of the token. It throws a 401 for a key that the issuer doesn't publish and for
 * one that can't sign for the channel. Any other error counts as the key server's fault: it didn't answer, or not with
 * keys.
 */
function isAboutToken(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode === 401;
  const { name = '' } = error instanceof Error ? error : {};
  // The errors of the package jsonwebtoken.
  return ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(name);
}
