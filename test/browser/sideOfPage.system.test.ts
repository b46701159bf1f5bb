import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { json, type PageRoute } from '../../src/page/route.ts';
import { seriousFindings } from '../support/axe.ts';
import { ask, launchBrowser, noBrowser, openChat, screenshot } from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { answerCard } from '../support/sampleCards.ts';

const soon = { timeout: 15_000 };

/** Where nothing comes over the line: its conversation has gone. */
const earlier = `${'a'.repeat(32)}-${Buffer.from('gone-for-a-while').toString('hex')}`;
const askedAt = '2026-03-18T10:00:00.000Z';

describe.skipIf(noBrowser)('the page with its side', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  let chats: unknown[];
  let spacesOf: (string | null)[];
  /** Of the chat that is opened next: here each opening gets an ID of its own. */
  let turns: unknown[];

  const routes: PageRoute[] = [
    {
      method: 'GET',
      path: 'chats',
      kind: 'data',
      handle: async () => json({ chats }),
    },
    {
      method: 'GET',
      path: 'chats/:id',
      kind: 'data',
      handle: async () => json({ turns }),
    },
    {
      method: 'GET',
      path: 'spaces',
      kind: 'data',
      async handle({ query }) {
        spacesOf.push(query.get('chat'));
        return json({ spaces: [{ id: 's', title: 'Sales', isCurrent: true }] });
      },
    },
  ];

  beforeAll(async () => {
    browser = await launchBrowser();
    chat = await startChatWithFakeBot(
      ({ type, text }) => (type === 'message' ? [{ text: `You said: ${text}` }] : []),
      {
        routes,
      },
    );
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  const open = () => {
    chats = [{ id: earlier, title: 'Orders', lastAt: askedAt, isBusy: false }];
    spacesOf = [];
    turns = [];
    return openChat(browser, `${chat.url}/`);
  };

  test('names the space of the chat that it opened by itself', async () => {
    const { page, troubles } = await open();
    await page.getByRole('button', { name: 'Space: Sales' }).waitFor();
    expect(spacesOf.filter((id) => !id)).toEqual([]);
    expect(await page.locator('.chat-title').allTextContents()).toEqual(['Orders']);
    expect(troubles).toEqual([]);
  });

  test('has another list once the bot has said something: “logout” clears it', async () => {
    const { page } = await open();
    const titles = page.locator('.chat-title');
    await titles.waitFor();
    chats = [];
    await ask(page, 'logout');
    await expect.poll(() => titles.count(), soon).toBe(0);
  });

  test('opens a whole conversation from its list, goes on in it, and starts a new one', async () => {
    const { page, troubles } = await open();
    const bubbles = page.locator('.webchat__bubble__content');
    const message = { attachments: [answerCard] };
    turns = [{ id: 't', askedAt, text: 'How many?', state: 'answered', message }];
    await page.locator('.chat-open').click();
    await page.locator('.ac-adaptiveCard').waitFor();
    expect((await bubbles.allInnerTexts())[0]).toBe('How many?');
    await screenshot(page, 'side-of-page');
    expect(await seriousFindings(page)).toEqual([]);

    await ask(page, 'And now?');
    await expect
      .poll(async () => (await bubbles.allInnerTexts()).slice(2), soon)
      .toEqual(['And now?', 'You said: And now?']);

    turns = [];
    await page.locator('#side').getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => bubbles.count(), soon).toBe(0);
    expect(troubles).toEqual([]);
  });
});
