import { createAgentRoutes } from '../agent/agentRoutes.ts';
import type { AccessTokens } from './accessTokens.ts';
import { ApiError } from './apiError.ts';
import { createConversationRoutes } from './conversationRoutes.ts';
import { type IncomingCall, isStream, type Reply } from './createHandler.ts';
import type { Demo } from './demo.ts';
import { createDownloads, STORAGE_PATH } from './downloads.ts';
import { createFeedbackRoutes } from './feedbackRoutes.ts';
import { describeAuthorizationServer, exchangeCredentials, type OAuthClient } from './oauth.ts';
import { createResultRoutes } from './resultRoutes.ts';
import { createRouter } from './route.ts';
import { createServingRoutes } from './servingRoutes.ts';
import { spaceRoutes } from './spaceRoutes.ts';

interface AnswerOptions {
  demo: Demo;
  tokens: AccessTokens;
  oauth: OAuthClient;
}

/** Builds the function that answers a call: OAuth and the storage's files without a token, the APIs with
 * one. */
export function createAnswer({
  demo,
  tokens,
  oauth,
}: AnswerOptions): (call: IncomingCall) => Reply {
  const downloads = createDownloads(demo);
  const findRoute = createRouter([
    ...spaceRoutes,
    ...createConversationRoutes(demo),
    ...createResultRoutes(demo),
    ...downloads.routes,
    ...createFeedbackRoutes(demo),
    ...createAgentRoutes(demo),
    ...createServingRoutes(demo),
  ]);

  const answer = ({ method, url, authorization, body }: IncomingCall): Reply => {
    const { pathname } = url;
    if (method === 'GET' && pathname === '/oidc/.well-known/oauth-authorization-server') {
      return { status: 200, body: describeAuthorizationServer(demo.url()) };
    }
    if (method === 'POST' && pathname === '/oidc/v1/token') {
      return exchangeCredentials(oauth, tokens, authorization, String(body));
    }
    if (method === 'GET' && pathname.startsWith(STORAGE_PATH)) {
      const csv = downloads.open(url, authorization);
      return { status: 200, headers: { 'Content-Type': 'text/csv; charset=utf-8' }, body: csv };
    }
    const caller = tokens.callerOf(authorization);
    const found = findRoute(method, pathname);
    if (found === undefined) {
      const words = `No API found for '${method} ${pathname.replace(/^\/api\/2\.0/, '')}'`;
      throw new ApiError(404, 'ENDPOINT_NOT_FOUND', words);
    }
    const request = { params: found.params, query: url.searchParams, body, caller };
    const result = found.route.handle(request);
    const headers = isStream(result) ? { 'Content-Type': 'text/event-stream' } : {};
    return { status: 200, headers, body: result };
  };

  return (call) => {
    try {
      return answer(call);
    } catch (error) {
      const refusal =
        error instanceof ApiError ? error : new ApiError(500, 'INTERNAL_ERROR', String(error));
      return { status: refusal.status, headers: refusal.headers, body: refusal.toBody() };
    }
  };
}
