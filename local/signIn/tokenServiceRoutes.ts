import * as z from 'zod/mini';
import { readClaims } from '../../src/signIn/readClaims.ts';
import { HttpError, readJson, sendJson } from '../chat/httpJson.ts';
import type { Route } from '../chat/route.ts';
import type { createKeptTokens, KeptToken } from './keptTokens.ts';
import type { Owner } from './owner.ts';
import type { createPendingSignIns } from './pendingSignIns.ts';
import type { Person } from './people.ts';
import { readSignInState } from './signInState.ts';

export interface TokenServiceParts {
  people: readonly Person[];
  tokens: ReturnType<typeof createKeptTokens>;
  pending: ReturnType<typeof createPendingSignIns>;
  /** The base URL of the server. */
  url(): string;
  isSilent(): boolean;
}

const exchangeWire = z.object({ token: z.string() });

/**
 * What the bot calls: the paths, statuses and shapes of the Bot Framework's token service.
 * https://github.com/microsoft/botbuilder-js/blob/main/libraries/botframework-connector/src/tokenApi/operations
 */
export function createTokenServiceRoutes(parts: TokenServiceParts): Route[] {
  const { people, tokens, pending, url, isSilent } = parts;
  const issue = (owner: Owner, person: Person) => {
    pending.end(owner);
    return tokens.issue(owner, person);
  };
  return [
    {
      method: 'GET',
      path: '/api/usertoken/GetToken',
      async handle({ response, query }) {
        const owner = readOwner(query);
        const code = query.get('code');
        const picked = code ? pending.readCode(owner, code) : undefined;
        const kept = picked ? issue(owner, picked) : code ? undefined : tokens.find(owner);
        if (!kept) throw new HttpError(404, 'NotFound', 'There is no token.');
        sendJson(response, 200, toTokenResponse(kept));
      },
    },
    {
      method: 'POST',
      path: '/api/usertoken/exchange',
      async handle({ request, response, query }) {
        const owner = readOwner(query);
        if (!isSilent()) throw new HttpError(400, 'BadRequest', 'No token can be exchanged here.');
        const body = exchangeWire.safeParse(await readJson(request));
        const oid = body.success ? readClaims(body.data.token).oid : undefined;
        const person = people.find((one) => one.oid.toLowerCase() === oid);
        if (!person) throw new HttpError(400, 'BadRequest', 'The token can’t be exchanged.');
        sendJson(response, 200, toTokenResponse(issue(owner, person)));
      },
    },
    {
      method: 'DELETE',
      path: '/api/usertoken/SignOut',
      async handle({ response, query }) {
        tokens.remove(readOwner(query));
        response.writeHead(200).end();
      },
    },
    {
      method: 'GET',
      path: '/api/usertoken/GetTokenStatus',
      async handle({ response, query }) {
        const owner = {
          userId: required(query, 'userId'),
          channelId: required(query, 'channelId'),
        };
        const list = tokens.listFor(owner).map(({ channelId, connectionName }) => ({
          channelId,
          connectionName,
          hasToken: true,
          serviceProviderDisplayName: 'Local sign-in',
        }));
        sendJson(response, 200, list);
      },
    },
    {
      method: 'GET',
      path: '/api/botsignin/GetSignInResource',
      async handle({ response, query }) {
        const state = readSignInState(required(query, 'state'));
        if (!state) throw new HttpError(400, 'BadArgument', 'The state can’t be read.');
        const { connectionName, msAppId, conversation } = state;
        const { channelId, user } = conversation;
        const owner = { userId: user.id, channelId, connectionName };
        const signIn = pending.begin(owner, conversation.conversation.id);
        sendJson(response, 200, {
          signInLink: `${url()}/api/oauth/signin?signin=${signIn.id}`,
          // Without the app's id, the real service leaves it out as well.
          ...(msAppId &&
            isSilent() && {
              tokenExchangeResource: { id: signIn.exchangeId, uri: `api://botid-${msAppId}` },
            }),
          tokenPostResource: { sasUrl: `${url()}/api/sas/postToken?signin=${signIn.id}` },
        });
      },
    },
  ];
}

function readOwner(query: URLSearchParams): Owner {
  return {
    userId: required(query, 'userId'),
    channelId: required(query, 'channelId'),
    connectionName: required(query, 'connectionName'),
  };
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (!value) throw new HttpError(400, 'BadArgument', `${name} is missing.`);
  return value;
}

function toTokenResponse({ channelId, connectionName, token, expiresAt }: KeptToken) {
  return { channelId, connectionName, token, expiration: new Date(expiresAt).toISOString() };
}
