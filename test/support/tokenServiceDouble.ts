import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createLocalTokenService,
  type LocalTokenService,
  type LocalTokenServiceOptions,
} from '../../local/signIn/createLocalTokenService.ts';
import type { Person } from '../../local/signIn/people.ts';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { systemClock } from '../../src/common/clock.ts';
import { createFaultQueue, type Fault, type Faults } from './connectorFaults.ts';

export type TokenServiceDoubleOptions = Partial<
  Pick<LocalTokenServiceOptions, 'clock' | 'onSignedIn' | 'people' | 'tokenFor'>
>;

export interface TokenServiceRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string | undefined;
}

export interface TokenServiceDouble {
  /** For `BOT_TOKEN_SERVICE_URL`. */
  url: string;
  /** Every request to the service, in the order of arrival. Those to the sign-in page are among them. */
  requests: readonly TokenServiceRequest[];
  /** Who can sign in; by default `ada`, `grace` and `hugo`. */
  people: readonly Person[];
  /** A body that is a string is sent as HTML, anything else as JSON. */
  faults: Faults;
  pending: LocalTokenService['pending'];
  /**
   * Ends the latest sign-in that was offered (to this user, if one is named), as on its page. Returns the digits to type;
   * `undefined` if the page is bound to the chat.
   */
  finish(person: Person, how?: { userId?: string; isBound?: boolean }): string | undefined;
  signIn: LocalTokenService['signIn'];
  /** What a client sends along in `signin/tokenExchange`. */
  ssoTokenFor(person: Person): string;
  expireAll(): void;
  /** How long tokens live from now on. */
  setLifetime(ms: number): void;
  /** Whether `tokenExchangeResource` is offered from now on. */
  setSilent(isSilent: boolean): void;
  close(): Promise<void>;
}

export const ada: Person = {
  oid: 'ada00000-0000-4000-8000-000000000001',
  tid: 'c0ffee00-0000-4000-8000-000000000000',
  name: 'Ada Lovelace',
  upn: 'ada@example.com',
};
export const grace: Person = {
  ...ada,
  oid: '9ace0000-0000-4000-8000-000000000002',
  name: 'Grace Hopper',
  upn: 'grace@example.com',
};
export const hugo: Person = {
  ...ada,
  oid: 'b0b00000-0000-4000-8000-000000000003',
  name: 'Hugo Steinhaus',
  upn: 'hugo@example.com',
};

/** As a fault: the service takes the request and never answers. */
export const hang: Fault = { delayMs: 10 * 60_000 };

/** The Bot Framework's token service on a loopback port, with hooks for what people do and what goes wrong. */
export async function startTokenService(
  options: TokenServiceDoubleOptions = {},
): Promise<TokenServiceDouble> {
  const { clock = systemClock, people = [ada, grace, hugo], tokenFor, onSignedIn } = options;
  const requests: TokenServiceRequest[] = [];
  const faults = createFaultQueue();
  const closing = new AbortController();
  let lifetimeMs = 60 * 60_000;
  let isSilent = true;
  let isBound = false;
  const service = createLocalTokenService({
    clock,
    url: () => url,
    people,
    pages: {
      choose: (_signIn, list) => `<h1>Who are you?</h1>${list.map(({ name }) => name).join(', ')}`,
      over: () => '<h1>This sign-in is over</h1>',
      done: ({ name }, code) => `<h1>Hello ${name}</h1>${code ?? 'You can close this window.'}`,
    },
    ...(tokenFor && { tokenFor }),
    ...(onSignedIn && { onSignedIn }),
    lifetimeMs: () => lifetimeMs,
    isSilent: () => isSilent,
    isBound: () => isBound,
  });

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', headers } = request;
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const query = Object.fromEntries(searchParams);
    requests.push({ method, path, query, authorization: headers.authorization });
    const fault = faults.take({ method, path, body: undefined }) ?? {};
    if (fault.delayMs) await wait(fault.delayMs, undefined, { signal: closing.signal, ref: false });
    if (fault.drop) request.socket.destroy();
    else if (fault.status !== undefined) sendFault(response, fault);
    else if (!service.handle(request, response)) response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    requests,
    people,
    faults,
    pending: service.pending,
    finish(person, how = {}) {
      const { userId } = how;
      const offered = service.pending();
      const last = offered.findLast((signIn) => userId === undefined || signIn.userId === userId);
      if (!last) throw new Error('No sign-in was offered.');
      isBound = how.isBound ?? false;
      return service.finish(last.id, person);
    },
    signIn: service.signIn,
    ssoTokenFor(person) {
      const issuedAt = clock.now();
      const times = { issuedAt, expiresAt: issuedAt + lifetimeMs };
      return unsignedToken(person, times, 'api://botid-of-the-double');
    },
    expireAll: service.expireAll,
    setLifetime: (ms) => {
      lifetimeMs = ms;
    },
    setSilent: (silent) => {
      isSilent = silent;
    },
    async close() {
      closing.abort();
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

function sendFault(response: ServerResponse, { status = 500, headers, body }: Fault): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json';
  response
    .writeHead(status, { ...(body !== undefined && { 'content-type': type }), ...headers })
    .end(isText ? body : JSON.stringify(body));
}
