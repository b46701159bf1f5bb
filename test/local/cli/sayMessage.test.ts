import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sayMessage } from '../../../local/cli/sayMessage.ts';
import { aPost } from '../../support/aPost.ts';
import { closedPort } from '../../support/closedPort.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';

/** Serves `POST /api/messages` on loopback; resolves with the address. */
async function serve(receive: (activity: unknown) => Promise<number>): Promise<[string, Server]> {
  const server = createServer(async (request, response) => {
    response.writeHead(await receive(await json(request))).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server];
}

let bot: InProcess;
let address: string;
let server: Server;
beforeAll(async () => {
  bot = await openInProcess();
  [address, server] = await serve(
    async (activity) => (await bot.app.receiveActivity(aPost(activity))).status ?? 200,
  );
});
afterAll(async () => {
  server.close().closeAllConnections();
  await bot.close();
});

async function say(text: string, options: Partial<Parameters<typeof sayMessage>[0]> = {}) {
  const written: string[] = [];
  const write = (part: string) => written.push(part);
  await sayMessage({ text, scene: 'personal', to: address, write, ...options });
  return written.join('');
}

async function aBotThatAnswers(status: number): Promise<string> {
  const [to, server] = await serve(async () => status);
  onTestFinished(() => void server.close().closeAllConnections());
  return to;
}

describe('one message to a running bot', () => {
  it.each([
    ['personal', 'a Teams chat'],
    ['group', 'a Teams group chat'],
    ['channel', 'a Teams channel'],
    ['webchat', 'Web Chat'],
  ] as const)('shows the answer as people see it: %s', async (scene, place) => {
    const shown = await say('Revenue by region', { scene });
    expect(shown).toMatch(new RegExp(`^You, in ${place}: Revenue by region\n {2}· .+ …\nGenie:\n`));
    expect(shown).toMatch(/\n {2}Region +Revenue\n {2}-+\n {2}Europe +[\d,.]+\n/);
    expect(shown).toMatch(/\[.*SQL\]/);
    expect(shown).toMatch(scene === 'webchat' ? /\[👍 / : /\[👍\] \[👎\]/);
  });

  it('is another message each time, and the next one continues the conversation', async () => {
    await say('reset');
    await say('Revenue by region');
    expect(await say('only the top 2')).not.toContain('Africa');
    await bot.settled();
    const [first, second] = bot.genie.messages().slice(-2);
    expect(second?.content).toMatch(/only the top 2/);
    expect(second?.conversationId).toBe(first?.conversationId);
  });

  it('comes from a person whom Teams knows', async () => {
    expect(await say('whoami')).toContain('ada@example.com');
  });

  it('says how to start a bot if there is none', async () => {
    const to = `http://127.0.0.1:${await closedPort()}`;
    await expect(say('hello', { to })).rejects.toThrow(`No bot answers at ${to}. Start one`);
  });

  it('says why a bot with an app id refuses it', async () => {
    const to = await aBotThatAnswers(401);
    await expect(say('hello', { to })).rejects.toThrow(/refused.*MicrosoftAppId/);
  });

  it('says that the bot failed', async () => {
    const to = await aBotThatAnswers(500);
    await expect(say('hello', { to })).rejects.toThrow(/did not take the message \(500\)/);
  });

  it('waits no longer than it’s told to', async () => {
    const to = await aBotThatAnswers(200);
    await expect(say('hello', { to, patienceMs: 20 })).rejects.toThrow(/not replied in 0.02 s/);
  });
});
