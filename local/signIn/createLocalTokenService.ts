import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../src/common/clock.ts';
import { HttpError, sendError } from '../chat/httpJson.ts';
import { isOwnRequest } from '../chat/originGuard.ts';
import { createRouter } from '../chat/route.ts';
import { createKeptTokens, type KeptTokensOptions } from './keptTokens.ts';
import type { Owner } from './owner.ts';
import { createPendingSignIns, type PendingSignIn } from './pendingSignIns.ts';
import type { Person } from './people.ts';
import { createSignInPageRoutes, type Opener, type SignInPages } from './signInPageRoutes.ts';
import { createTokenServiceRoutes } from './tokenServiceRoutes.ts';
import { unsignedToken } from './unsignedToken.ts';

export interface LocalTokenServiceOptions {
  clock: Pick<Clock, 'now'>;
  /** The base URL of the server it's mounted in, without a slash at the end; asked for each link. */
  url(): string;
  /** Who can sign in. */
  people: readonly Person[];
  pages: SignInPages;
  /** Default: a token like Entra's that says who it is, but nobody has signed. */
  tokenFor?: KeptTokensOptions['tokenFor'];
  /** How long a token lives; asked for each one. Default: an hour. */
  lifetimeMs?: KeptTokensOptions['lifetimeMs'];
  /** Whether clients can sign in without a click, by trading a token of their own. Default: yes. */
  isSilent?(): boolean;
  /** Whether the browser that opens the link is known to be the asker's, so that no code is needed. Default: no. */
  isBound?(signIn: PendingSignIn, opener: Opener): boolean;
  /** Called when someone has picked a person on the page of a bound sign-in: the bot can be told. */
  onSignedIn?(signIn: PendingSignIn): void;
}

export interface LocalTokenService {
  /** Answers `/api/usertoken/*`, `/api/botsignin/*` and `/api/oauth/*`; false for every other path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The sign-ins that were offered and aren't completed, oldest first. */
  pending(): readonly PendingSignIn[];
  /**
   * What the page does when a person is picked. Returns the six digits to type in the chat; `undefined` if the sign-in
   * is bound, and so completed.
   *
   * @throws RangeError when there is no such sign-in, or it's more than 15 minutes old
   */
  finish(signInId: string, person: Person): string | undefined;
  /** Signs someone in without any of this, as if they had done it before. */
  signIn(owner: Owner, person: Person): void;
  /** As if every token's time had come. */
  expireAll(): void;
}

const hourMs = 60 * 60_000;

/**
 * Stands in for the Bot Framework's token service, on a laptop and in tests. Everything is in memory, and no token is
 * ever printed. It has no authentication: the server it's mounted in must listen on loopback only.
 */
export function createLocalTokenService(options: LocalTokenServiceOptions): LocalTokenService {
  const { clock, url, people, pages, isBound = () => false, isSilent = () => true } = options;
  const { tokenFor = unsignedToken, lifetimeMs = () => hourMs, onSignedIn } = options;
  const now = () => clock.now();
  const tokens = createKeptTokens({ now, lifetimeMs, tokenFor });
  const pending = createPendingSignIns(now);

  const finish = (signIn: PendingSignIn, person: Person, opener: Opener) => {
    if (!isBound(signIn, opener)) return pending.pick(signIn, person);
    pending.end(signIn);
    tokens.issue(signIn, person);
    onSignedIn?.(signIn);
    return undefined;
  };
  const route = createRouter([
    ...createTokenServiceRoutes({ people, tokens, pending, url, isSilent }),
    ...createSignInPageRoutes({ people, pages, find: pending.find, finish }),
  ]);

  return {
    handle(request, response) {
      if (!/^\/api\/(?:usertoken|botsignin|oauth)\//.test(request.url ?? '')) return false;
      if (isOwnRequest(request.headers)) route(request, response);
      else sendError(response, new HttpError(403, 'Forbidden', 'Only this computer can sign in.'));
      return true;
    },
    pending: pending.list,
    finish(signInId, person) {
      const signIn = pending.find(signInId);
      if (!signIn) throw new RangeError('There is no such sign-in, or it took too long.');
      return finish(signIn, person, { sessionId: '', cookies: undefined });
    },
    signIn: (owner, person) => void tokens.issue(owner, person),
    expireAll: () => tokens.expireAll(),
  };
}
