import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PageError } from '../../src/page/route.ts';
import { launchBrowser, noBrowser } from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { openServer } from '../support/openServer.ts';

describe.skipIf(noBrowser)('the chat page in a frame', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  let intranet: Awaited<ReturnType<typeof openServer>>;

  beforeAll(async () => {
    browser = await launchBrowser();
    intranet = await openServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<iframe src="${chat.url}/api/chat" width="800" height="600"></iframe>`);
    });
  });
  afterEach(() => chat.close());
  afterAll(async () => {
    await browser.close();
    await intranet.close();
  });

  const boxesIn = async () => {
    const page = await browser.newPage();
    const blocked: string[] = [];
    page.on('console', (message) => blocked.push(message.text()));
    await page.goto(intranet.url);
    return {
      page,
      blocked,
      box: page.frameLocator('iframe').locator('[data-id="webchat-sendbox-input"]'),
    };
  };

  test('is shown by the pages that a setting names', async () => {
    chat = await startChatWithFakeBot(() => [], { frameAncestors: [new URL(intranet.url).origin] });
    const { box } = await boxesIn();
    await box.waitFor();
  });

  test.each([[[]], [['https://other.example']]])(
    'is shown by no other (%j)',
    async (frameAncestors) => {
      chat = await startChatWithFakeBot(() => [], { frameAncestors });
      const { box, blocked } = await boxesIn();
      await expect.poll(() => blocked.join(), { timeout: 10_000 }).toMatch(/frame/i);
      expect(await box.count()).toBe(0);
    },
  );

  test('leads the whole tab to the sign-in, which no frame shows', async () => {
    const frameAncestors = [new URL(intranet.url).origin];
    const refusal = () => new PageError(401, 'signed-out', 'Sign in');
    chat = await startChatWithFakeBot(() => [], { frameAncestors, refusal });
    const { page } = await boxesIn();
    const link = page.frameLocator('iframe').locator('#trouble a');
    await link.waitFor();
    expect(await link.getAttribute('target')).toBe('_top');
  });
});
