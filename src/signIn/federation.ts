import * as z from 'zod/mini';
import type { Clock } from '../common/clock.ts';
import { codeOf, detailOf } from '../common/errors.ts';
import { GenieError } from '../genie/errors.ts';
import { parseHost } from '../genie/http/parseHost.ts';
import { fetchOAuthJson } from '../secrets/fetchOAuthJson.ts';
import { isToken } from './isToken.ts';
import { readClaims } from './readClaims.ts';
import type { IssuedToken } from './tokenService.ts';

const issuedWire = z.object({
  access_token: z.string().check(z.refine(isToken)),
  expires_in: z.catch(z.optional(z.number().check(z.positive())), undefined),
});

/**
 * Trades a person's Entra token for one of Databricks, by the account's federation policy: RFC 8693 without a
 * `client_id`, since with one it's a service principal's. The endpoint is rate-limited, so the caller keeps the token.
 *
 * Source: Databricks' documentation of OAuth token federation ("Authenticate with an identity provider token").
 *
 * @param limitMs the longest that it takes: a request of the channel may wait for it
 * @throws GenieError `sign-in-refused` when Databricks doesn't know the person or has no policy for the token; what
 * `fetchOAuthJson` throws when Databricks itself is not well, or keeps everybody out
 */
export async function exchangeForDatabricks(
  host: string,
  subjectToken: string,
  clock: Clock,
  limitMs = 5_000,
): Promise<IssuedToken> {
  const subject = readClaims(subjectToken);
  const askedAt = clock.now();
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: subjectToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    scope: 'all-apis',
  });
  const privateTexts = [subjectToken, subject.upn, subject.name, subject.oid].filter(
    (text) => text !== undefined,
  );
  const { access_token: token, expires_in: seconds } = await fetchOAuthJson(
    `${parseHost(host)}/oidc/v1/token`,
    issuedWire,
    { method: 'POST', body, privateTexts, timeoutMs: limitMs },
  ).catch((error: unknown) => {
    throw isRefused(error) ? toRefusal(error) : error;
  });
  const ends = [readClaims(token).expiresAt, seconds && askedAt + seconds * 1000];
  const known = ends.filter((end) => end !== undefined);
  // It lives no longer than the token that it was traded for.
  return { token, expiresAt: known.length > 0 ? Math.min(...known) : subject.expiresAt };
}

/** Whether it's this person who is refused. A named reason, such as the address, keeps everybody out. */
function isRefused(error: unknown): error is GenieError {
  const code = codeOf(error);
  return (
    code === 'genie-unauthorized' || (code === 'genie-forbidden' && detailOf(error) === undefined)
  );
}

function toRefusal(cause: GenieError): GenieError {
  return new GenieError('sign-in-refused', cause.message, cause.details, { cause });
}
