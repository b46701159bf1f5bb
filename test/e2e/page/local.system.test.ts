import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import type { Session } from '../../support/page/aPageVisitor.ts';
import { requestAs } from '../../support/requestAs.ts';
import { type Bot, startBot } from '../../support/startBot.ts';

let dataDir: string;
let bot: Bot;
const start = () => startBot({ LOCAL_DATA_DIR: dataDir, ENABLE_STREAMING: 'false' });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'page-'));
  bot = await start();
});
afterAll(async () => {
  await bot.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A browser: it keeps its cookie. */
function aBrowser() {
  let cookie = '';
  return async (body: object = {}) => {
    const response = await fetch(`${bot.url}/api/chat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: bot.url, cookie },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return (await response.json()) as Session;
  };
}

/** What the page's client does with its token. */
function inDirectLine({ token, conversationId, domain }: Session) {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${bot.url}${domain}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const activities = `/conversations/${conversationId}/activities`;
  return {
    begin: () => call('POST', '/conversations'),
    write: (text: string) =>
      call('POST', activities, { type: 'message', text, from: { id: 'eve' } }),
    async read(): Promise<Activity[]> {
      const { body } = await call('GET', `${activities}?watermark=0`);
      return (body as { activities: Activity[] }).activities;
    },
  };
}

describe('npm start', () => {
  it('leads to the page', async () => {
    const { status, headers } = await requestAs(`${bot.url}/?a=1`, {});
    expect([status, headers.location]).toEqual([302, '/api/chat?a=1']);
  });

  it('gives each browser chats of its own, which outlive a restart', async () => {
    const [adas, eves] = [aBrowser(), aBrowser()];
    const first = await adas();
    expect(first).toMatchObject({ domain: '/directline', isResumed: false });
    const line = inDirectLine(first);
    await line.begin();
    await line.write('Revenue by region');
    await expect
      .poll(async () => JSON.stringify(await line.read()), { timeout: 20_000 })
      .toContain('Asia Pacific');

    await bot.stop();
    bot = await start();
    const { conversationId } = first;
    const again = await adas({ conversationId });
    expect(again).toMatchObject({ conversationId, chatId: first.chatId, isResumed: true });
    expect(JSON.stringify(await inDirectLine(again).read())).toContain('Asia Pacific');

    const foreign = await eves({ conversationId });
    expect(foreign.isResumed).toBe(false);
    expect(foreign.chatId).not.toBe(first.chatId);
    const reply = await inDirectLine({ ...foreign, conversationId }).write('Hello');
    expect(reply.status).toBe(403);
  });

  it('is the page’s own alone, whatever a browser says', async () => {
    const headers = { 'content-type': 'application/json' };
    const ask = (more: Record<string, string>, method = 'POST') =>
      requestAs(`${bot.url}/api/chat/token`, { ...headers, ...more }, { method });
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ origin: 'null' })).status).toBe(403);
    expect((await ask({ host: 'evil.example' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask({ origin: bot.url.replace(/\d+$/, '1') })).status).toBe(403);
    expect((await ask({}, 'PUT')).status).toBe(405);
  });
});
