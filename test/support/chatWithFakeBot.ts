import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Activity } from '../../local/chat/activity.ts';
import { type Chat, createChat } from '../../local/chat/createChat.ts';
import { createSamplePage, type SamplePageOptions } from '../../local/chat/samplePage.ts';
import { servePage } from '../../local/chat/servePage.ts';
import type { Clock } from '../../src/common/clock.ts';

/** What the bot says to an activity, in order; a number is answered as the status of the turn. */
export type Script = (activity: Activity) => Partial<Activity>[] | number;

export interface ChatWithFakeBot {
  url: string;
  /** What the page's token endpoint gives out. */
  grant: Chat['grant'];
  /** Has all tokens so far be refused, as if they had expired, and ends the open sockets. */
  expireTokens(): Promise<void>;
  /** The same, but open sockets stay. */
  expireTokensOnly(): void;
  /** What Direct Line's tokens are made with. */
  secret: string;
  /** For who signs people in. */
  signIn: Pick<Chat, 'isSameBrowser' | 'tellSignedIn'>;
  /** What reached the bot. */
  received: Activity[];
  /** Says something out of turn; resolves with its ID. */
  say(to: Activity, activity: Partial<Activity>): Promise<string>;
  close(): Promise<void>;
}

interface FakeBotOptions
  extends Pick<SamplePageOptions, 'frameAncestors' | 'notice' | 'refusal' | 'routes'> {
  port?: number;
  dataFile?: string;
  clock?: Clock;
}

/** The chat page's whole server with a bot that follows a script. `port` 0 is a free one. */
export async function startChatWithFakeBot(
  script: Script,
  options: FakeBotOptions = {},
): Promise<ChatWithFakeBot> {
  const { port = 0, dataFile, clock, ...pageOptions } = options;
  const received: Activity[] = [];
  const chat = createChat({
    botUrl: () => url,
    ...(dataFile !== undefined && { dataFile }),
    ...(clock && { clock }),
  });
  const page = createSamplePage({ chat, directLineUrl: () => url, ...pageOptions });

  const say = async (to: Activity, activity: Partial<Activity>) => {
    const conversation = encodeURIComponent(to.conversation?.id ?? '');
    const response = await fetch(`${to.serviceUrl}/v3/conversations/${conversation}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', ...activity }),
    });
    if (!response.ok) throw new Error(`The connector answered ${response.status}.`);
    return ((await response.json()) as { id: string }).id;
  };

  const takeTurn = async (activity: Activity): Promise<number> => {
    received.push(activity);
    const outcome = script(activity);
    if (typeof outcome === 'number') return outcome;
    for (const reply of outcome) await say(activity, reply);
    return 200;
  };

  const { sockets } = chat;
  const upgrades = { shouldUpgradeCallback: sockets.takes };
  const server = createServer(upgrades, (request, response) => {
    if (chat.handle(request, response) || servePage(page, request, response)) return;
    json(request)
      .then((body) => takeTurn(body as Activity))
      .then((status) => response.writeHead(status).end())
      .catch((error: unknown) => response.destroy(error as Error));
  }).listen(port, '127.0.0.1');
  server.on('upgrade', sockets.take);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    url,
    grant: chat.grant,
    expireTokensOnly: chat.expireTokens,
    async expireTokens() {
      chat.expireTokens();
      await sockets.close();
    },
    secret: chat.secret,
    signIn: chat,
    received,
    say,
    async close() {
      await sockets.close();
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}
