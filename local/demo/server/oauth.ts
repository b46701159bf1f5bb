import type { AccessTokens } from './accessTokens.ts';

export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

/** RFC 8414: where the token endpoint is. */
export function describeAuthorizationServer(url: string): unknown {
  return {
    issuer: `${url}/oidc`,
    authorization_endpoint: `${url}/oidc/v1/authorize`,
    token_endpoint: `${url}/oidc/v1/token`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    scopes_supported: ['all-apis'],
  };
}

/** RFC 6749, 4.4: client credentials, sent by HTTP Basic, for a token. */
export function exchangeCredentials(
  client: OAuthClient,
  tokens: AccessTokens,
  authorization: string | undefined,
  form: string,
): { status: number; body: unknown } {
  const expected = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  if (authorization !== `Basic ${expected}`) {
    return {
      status: 401,
      body: { error: 'invalid_client', error_description: 'Client authentication failed' },
    };
  }
  if (new URLSearchParams(form).get('grant_type') !== 'client_credentials') {
    return { status: 400, body: { error: 'unsupported_grant_type' } };
  }
  return { status: 200, body: tokens.issue() };
}
