import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { launchBrowser, noBrowser, screenshot } from '../support/browser.ts';
import { noPlayground, type Playground, startPlayground } from '../support/playground.ts';
import { until } from '../support/until.ts';

if (noPlayground) process.stderr.write(`${noPlayground}\n`);

/** What the protocol of streams is to Microsoft's own client, whichever bot speaks it. */
describe.skipIf(noBrowser ?? noPlayground)('a stream in Microsoft’s own Teams client', () => {
  const received: Activity[] = [];
  const bot = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(200).end();
      return;
    }
    json(request)
      .then((activity) => received.push(activity as Activity))
      .then(() => response.writeHead(200).end())
      .catch((error: unknown) => response.destroy(error as Error));
  });
  let browser: Browser;
  let playground: Playground;
  let page: Page;

  beforeAll(async () => {
    bot.listen(0, '127.0.0.1');
    await once(bot, 'listening');
    const { port } = bot.address() as AddressInfo;
    [browser, playground] = await Promise.all([
      launchBrowser(),
      startPlayground(`http://127.0.0.1:${port}`),
    ]);
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    await context.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    );
    page = await context.newPage();
    await page.goto(playground.url);
  });
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), playground?.stop()]);
    bot.close().closeAllConnections();
  });

  /** Says something to the bot where the client is, and returns what reached the bot. */
  async function write(text: string, { mentions = '' } = {}): Promise<Activity> {
    await page.locator('[contenteditable=true]').first().click();
    if (mentions) {
      await page.keyboard.type(`@${mentions}`);
      await page.getByRole('menuitem', { name: mentions }).click();
    }
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    return until(() => received.find((activity) => activity.text?.includes(text)));
  }

  async function say(to: Activity, activity: Partial<Activity>, fields: Record<string, unknown>) {
    const { serviceUrl, conversation, recipient, from } = to;
    const id = encodeURIComponent(conversation?.id ?? '');
    const response = await fetch(`${serviceUrl}/v3/conversations/${id}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        channelId: 'msteams',
        ...activity,
        conversation,
        from: recipient,
        recipient: from,
        entities: [{ type: 'streaminfo', ...fields }],
        channelData: fields,
      }),
    });
    return { status: response.status, body: await response.text() };
  }

  const paragraph = (text: string) =>
    page.getByRole('paragraph').filter({ hasText: new RegExp(`^${text}$`) });
  const sees = (text: string) => paragraph(text).waitFor();

  test('shows what the bot is doing, the words as they grow, and the end in their place', async () => {
    const question = await write('Who leads?');
    const first = { streamType: 'informative', streamSequence: 1 };
    const opened = await say(question, { type: 'typing', text: 'Reading …' }, first);
    expect(opened.status).toBe(201);
    const { id: streamId } = JSON.parse(opened.body) as { id: string };
    await sees('Reading …');
    const packet = { streamType: 'streaming', streamId };
    for (const [index, text] of ['Europe', 'Europe leads'].entries()) {
      const fields = { ...packet, streamSequence: index + 2 };
      expect((await say(question, { type: 'typing', text }, fields)).status).toBe(202);
      await sees(text);
    }
    await screenshot(page, 'playground-stream');
    const final = { streamType: 'final', streamId };
    const ended = await say(question, { type: 'message', text: 'Europe leads by far' }, final);
    expect(ended.status).toBe(202);
    await sees('Europe leads by far');
    expect(await paragraph('Reading …').count()).toBe(0);
    expect(await paragraph('Europe leads').count()).toBe(0);
  });

  test('is refused in a group chat', async () => {
    await page.getByRole('treeitem', { name: 'Group Chat', exact: true }).press('Enter');
    const question = await write('Who follows?', { mentions: 'Test Bot' });
    expect(question.conversation?.conversationType).toBe('groupChat');
    const fields = { streamType: 'informative', streamSequence: 1 };
    const refused = await say(question, { type: 'typing', text: 'Reading …' }, fields);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body).toMatch(/streaming api is not enabled/i);
  });
});
