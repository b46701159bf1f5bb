import * as z from 'zod/mini';
import type { Clock } from '../common/clock.ts';
import { GenieError } from '../genie/errors.ts';
import { parseHost } from '../genie/http/parseHost.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import { cacheTokens } from './cacheTokens.ts';
import { expiringToken } from './expiringToken.ts';
import { fetchOAuthJson } from './fetchOAuthJson.ts';

export interface OAuthTokensOptions {
  /** The workspace's origin. */
  host: string;
  clientId: string;
  readSecret: () => Promise<string>;
  clock: Clock;
}

const metadataWire = z.object({ token_endpoint: z.string() });
const tokenWire = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * OAuth tokens of a Databricks service principal. They live for an hour.
 *
 * Sources: RFC 8414 (discovery), RFC 6749 sections 2.3.1 and 4.4 (client credentials); Databricks' documentation of
 * OAuth M2M (the address of the metadata, the scope).
 */
export function createOAuthTokens(options: OAuthTokensOptions): TokenSource {
  const { host, clientId, readSecret, clock } = options;
  let tokenEndpoint: string | undefined;

  return cacheTokens(async () => {
    tokenEndpoint ??= await discoverTokenEndpoint(host);
    const secret = await readSecret();
    const askedAt = clock.now();
    const credentials = encodeCredentials(clientId, secret);
    const issued = await fetchOAuthJson(tokenEndpoint, tokenWire, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      privateTexts: [secret, encodeURIComponent(secret), credentials],
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'all-apis' }),
    });
    const expiresAt = askedAt + issued.expires_in * 1000;
    return expiringToken(issued.access_token, expiresAt, clock.now());
  }, clock);
}

async function discoverTokenEndpoint(host: string): Promise<string> {
  const url = `${parseHost(host)}/oidc/.well-known/oauth-authorization-server`;
  const { token_endpoint: endpoint } = await fetchOAuthJson(url, metadataWire);
  // The client's secret goes there, and must reach only the workspace.
  if (URL.parse(endpoint)?.origin !== parseHost(host)) {
    const message = 'The workspace names a token endpoint that is not its own';
    throw new GenieError('genie-bad-response', message, { acted: 'no' });
  }
  return endpoint;
}

function encodeCredentials(clientId: string, secret: string): string {
  const pair = [clientId, secret].map(encodeURIComponent).join(':');
  return Buffer.from(pair).toString('base64');
}
