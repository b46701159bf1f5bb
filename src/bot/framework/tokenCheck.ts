import { AuthenticationConstants, AuthenticationError } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { parseJson } from '../../common/parseJson.ts';
import type { BotCloud } from '../../config/botCloud.ts';

/** What a token must have been made out for. */
interface Delivery {
  channelId: string;
  serviceUrl: string;
}

/** How far the Bot Framework's clock and ours may be apart. */
const clockToleranceSeconds = 5 * 60;

/** Several times what the Bot Framework sends. */
const maxHeaderLength = 8_192;

/**
 * Checks the token of a request as the Bot Framework's protocol says: its issuer, its audience, the signature by one of
 * the issuer's keys, that this key may sign for the channel, its lifetime and the service URL.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 *
 * The SDK's `authenticateRequest` also takes tokens that any Entra tenant issued (for its Emulator), with whatever
 * service URL the caller likes, and remembers each tenant that an unchecked token names. So its extractor is used, which
 * does the same with one issuer.
 *
 * @returns a function that throws where the issuer's keys cannot be had: nothing is known about the token then
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

/** The claims of a bearer token, not verified. */
function decodeClaims(authorization: string): Record<string, unknown> | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization)?.[1];
  if (payload === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString());
  return typeof claims === 'object' && claims !== null
    ? (claims as Record<string, unknown>)
    : undefined;
}

/**
 * Whether the extractor threw because of the token. It says 401 of a key that the issuer does not publish, and of one
 * that may not sign for the channel. What else it throws counts as the key server's fault: it did not answer, or not
 * with keys.
 */
function isAboutToken(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode === 401;
  const { name = '' } = error instanceof Error ? error : {};
  // The errors of the package jsonwebtoken.
  return ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(name);
}
