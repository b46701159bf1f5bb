import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../src/common/clock.ts';
import type { Chat } from './chat/createChat.ts';
import { people } from './demo/people.ts';
import { createPersonTokens } from './demo/personTokens.ts';
import type { ReadPersonToken } from './demo/server/accessTokens.ts';
import { createLocalTokenService } from './signIn/createLocalTokenService.ts';
import { createSignInPages } from './signIn/signInPages.ts';

export interface DemoSignIn {
  /** For `BOT_TOKEN_SERVICE_URL`. */
  url: string;
  /** For the demo workspace: it accepts only what this service has issued. */
  readPersonToken: ReadPersonToken;
  /** Who can sign in, as a sentence. */
  description: string;
  close(): Promise<void>;
}

/** Starts the token service of the demo's people, with its page, on a loopback port of its own. */
export async function startDemoSignIn(
  chat: Pick<Chat, 'isSameBrowser' | 'tellSignedIn'>,
): Promise<DemoSignIn> {
  const tokens = createPersonTokens();
  const service = createLocalTokenService({
    clock: systemClock,
    // The chat's own host name: its cookie comes along, whatever the port.
    url: () => `http://localhost:${port}`,
    people,
    pages: createSignInPages(people),
    tokenFor: tokens.issue,
    // A token for someone is had by picking them on the page, not by naming them in a token of one's own.
    isSilent: () => false,
    isBound: ({ userId }, { sessionId, cookies }) => chat.isSameBrowser(userId, sessionId, cookies),
    onSignedIn: (signIn) => void chat.tellSignedIn(signIn),
  });
  const server = createServer((request, response) => {
    if (!service.handle(request, response)) response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const names = people.map(({ name, rights }) => `${name} (${rights})`);
  return {
    url: `http://127.0.0.1:${port}`,
    readPersonToken: tokens.read,
    description: `In the demo you can sign in as ${names.join(' or ')}.`,
    async close() {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}
