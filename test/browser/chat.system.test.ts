import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  phone,
  readTable,
  screenshot,
  whenOpen,
} from '../support/browser.ts';
import {
  type ChatWithFakeBot,
  type Script,
  startChatWithFakeBot,
} from '../support/chatWithFakeBot.ts';
import { answerCard, cardOf } from '../support/sampleCards.ts';

describe.skipIf(noBrowser)('the chat page', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await chat.close();
  });

  async function open(script: Script, viewport?: { width: number; height: number }) {
    chat = await startChatWithFakeBot((activity) =>
      activity.type === 'message' ? script(activity) : [],
    );
    return openChat(browser, chat.url, viewport);
  }

  const bubbles = (page: Page) => page.locator('.webchat__bubble__content').allInnerTexts();
  const asked = () => chat.received.filter(({ type }) => type === 'message');

  test('shows a message and its reply, without an error or a request to another host', async () => {
    const { page, troubles } = await open(({ text }) => [{ text: `You asked: **${text}**` }]);
    await ask(page, 'Which products sell best?');
    await page.locator('strong', { hasText: 'Which products sell best?' }).waitFor();
    expect(await bubbles(page)).toEqual([
      'Which products sell best?',
      'You asked: Which products sell best?',
    ]);
    expect(await page.title()).toBe('Ask Genie');
    expect(troubles).toEqual([]);
  });

  test('shows that the bot is typing, until it replies', async () => {
    const { page } = await open(() => [{ type: 'typing' }]);
    await ask(page, 'Hello');
    const indicator = page.locator('.webchat__typing-indicator');
    await indicator.waitFor();
    const [question] = asked();
    if (question) await chat.say(question, { text: 'Here I am' });
    await indicator.waitFor({ state: 'detached' });
  });

  test.each([['desktop'], ['phone']])('shows the cells of a table card on a %s', async (device) => {
    const { page, troubles } = await open(
      () => [{ attachments: [answerCard] }],
      device === 'phone' ? phone : undefined,
    );
    await ask(page, 'Which products generate the highest total sales value?');
    const rows = await readTable(page);
    expect(rows).toHaveLength(11);
    expect(rows[1]).toEqual(['Quinoa & Kale Bowl', 'Bowls', '4,180', '1,284,310.50']);
    const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
    expect(await page.evaluate(fits)).toBe(true);
    expect(troubles).toEqual([]);
    await screenshot(page, `answer-${device}`);
  });

  test('sends the object of a button to the bot as the value', async () => {
    const { page } = await open(({ value }) => (value ? [] : [{ attachments: [answerCard] }]));
    await ask(page, 'Sales?');
    await cardButton(page, 'Good answer').click();
    await expect
      .poll(() => asked().at(-1)?.value)
      .toEqual({
        action: 'rate',
        answer: 'k1',
        rating: 'POSITIVE',
      });
    expect(asked().at(-1)?.text).toBeUndefined();
  });

  test('asks the text of a button as if it was typed', async () => {
    const { page } = await open(({ text }) =>
      text === 'Sales?' ? [{ attachments: [answerCard] }] : [],
    );
    await ask(page, 'Sales?');
    await cardButton(page, 'Show this by month').click();
    await expect.poll(() => asked().at(-1)?.text).toBe('Show this by month');
    await expect.poll(() => bubbles(page)).toContain('Show this by month');
  });

  test('keeps the person, the conversation and what was said when it’s loaded again', async () => {
    const { page } = await open(({ text }) => [{ text: `Answer to ${text}` }]);
    await ask(page, 'one');
    await expect.poll(() => bubbles(page)).toEqual(['one', 'Answer to one']);
    await page.reload();
    await expect.poll(() => bubbles(page)).toEqual(['one', 'Answer to one']);
    await whenOpen(page);
    await ask(page, 'two');
    await expect
      .poll(() => bubbles(page))
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two']);

    const [one, two] = asked();
    expect(two?.conversation).toEqual(one?.conversation);
    expect(two?.from?.id).toBe(one?.from?.id);
    expect(one?.from?.id).toMatch(/^dl_/);
  });

  test('starts another conversation of the same person with “New chat”', async () => {
    const { page } = await open(() => [{ text: 'Answer' }]);
    await ask(page, 'one');
    await expect.poll(() => bubbles(page)).toEqual(['one', 'Answer']);
    await page.getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => bubbles(page)).toEqual([]);
    await whenOpen(page);
    await ask(page, 'two');
    await expect.poll(() => asked().length).toBe(2);

    const [one, two] = asked();
    expect(two?.conversation?.id).not.toBe(one?.conversation?.id);
    expect(two?.from?.id).toBe(one?.from?.id);
  });

  describe('before it’s connected', () => {
    /** The page stays unconnected until `connect` is called. */
    async function openUnconnected() {
      chat = await startChatWithFakeBot(({ text }) =>
        text ? [{ text: `Answer to ${text}` }] : [],
      );
      const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
      const { promise: connected, resolve: connect } = Promise.withResolvers<void>();
      await page.route('**/directline/conversations', async (route) => {
        await connected;
        await route.continue();
      });
      await page.goto(chat.url);
      await whenOpen(page);
      return { page, connect };
    }

    const box = (page: Page) => page.locator('.webchat__send-box-text-box__input');

    test.each([
      ['Enter', (page: Page) => page.keyboard.press('Enter')],
      ['the button', (page: Page) => page.locator('.webchat__send-button').click()],
      [
        'Enter, twice',
        async (page: Page) => {
          await page.keyboard.press('Enter');
          await page.keyboard.press('Enter');
        },
      ],
    ])('takes a question with %s, and sends it once it is', async (_, send) => {
      const { page, connect } = await openUnconnected();
      await box(page).fill('one');
      await send(page);
      connect();
      await expect.poll(() => bubbles(page)).toEqual(['one', 'Answer to one']);
      await ask(page, 'two');
      await expect.poll(async () => (await bubbles(page)).at(-1)).toBe('Answer to two');
      expect(asked().map(({ text }) => text)).toEqual(['one', 'two']);
    });

    // It went into the chat at once, and out when the line was there. What is typed since is another question.
    test.each([
      ['was typed after it', 'one', 'one and'],
      ['was never sent', undefined, 'one and'],
      ['is blank', undefined, '  '],
    ])('leaves what %s in the box', async (_, sent, left) => {
      const { page, connect } = await openUnconnected();
      if (sent !== undefined) await ask(page, sent);
      await box(page).fill(left);
      connect();
      const before = sent === undefined ? [] : [sent, `Answer to ${sent}`];
      await expect.poll(() => bubbles(page)).toEqual(before);
      expect(await box(page).inputValue()).toBe(left);

      await ask(page, 'two');
      await expect.poll(() => bubbles(page)).toEqual([...before, 'two', 'Answer to two']);
      expect(asked().map(({ text }) => text)).toEqual(sent === undefined ? ['two'] : [sent, 'two']);
    });
  });

  test('can send a message again that the bot didn’t accept', async () => {
    let up = false;
    const { page } = await open(() => (up ? [{ text: 'Answer' }] : 500));
    await ask(page, 'Hello');
    const retry = page.getByRole('button', { name: 'Retry' });
    await retry.waitFor();
    up = true;
    await retry.click();
    await expect.poll(async () => (await bubbles(page)).at(-1)).toBe('Answer');
    expect(asked().map(({ text }) => text)).toEqual(['Hello', 'Hello']);
  });

  test('still gets its answer after the server was restarted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    const dataFile = join(folder, 'chat.json');
    chat = await startChatWithFakeBot(() => [], { dataFile });
    const { page } = await openChat(browser, chat.url);
    await ask(page, 'Question');
    await expect.poll(asked).toHaveLength(1);
    const [question] = asked();

    await chat.close();
    await page.waitForEvent('requestfailed');
    chat = await startChatWithFakeBot(() => [], { dataFile, port: Number(new URL(chat.url).port) });
    if (question) await chat.say(question, { text: 'Answer' });
    await expect.poll(() => bubbles(page), { timeout: 5000 }).toEqual(['Question', 'Answer']);
    rmSync(folder, { recursive: true });
  });

  test.each([['a message'], ['a card']])(
    'fetches, opens and runs nothing in %s with images, links and scripts',
    async (kind) => {
      const { page, troubles } = await open(() => [
        kind === 'a card' ? card : message,
        { text: 'The end' },
      ]);
      const fetched: string[] = [];
      const elsewhere = createServer((request, response) => {
        fetched.push(request.url ?? '');
        response.end();
      }).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      const base = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
      const text = [
        `<img src="${base}/1.png" onerror="window.hacked = 1">`,
        `![kept](${base}/2.png)`,
        '![kept][ref]',
        '<script>window.hacked = 1</script>',
        '<svg onload="window.hacked = 1"></svg>',
        '[click](javascript:window.hacked=1)',
        `[click](${base}/4) or ${base}/5`,
        '',
        `[ref]: ${base}/3.png`,
      ].join('\n\n');
      const message = { text };
      const picture = { type: 'Image', url: `${base}/6.png`, altText: 'picture' };
      const card = { attachments: [cardOf([{ type: 'TextBlock', text, wrap: true }, picture])] };

      await ask(page, 'Hello');
      await page.getByText('The end').last().waitFor();
      const content = page.locator('#chat .webchat__bubble__content').nth(1);
      expect(await content.textContent()).toContain('kept');
      expect(await content.locator('.webchat__render-markdown :is(a, img)').count()).toBe(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(fetched).toEqual([]);
      // Here it's the policy that keeps a card's picture out, and says so.
      troubles.length = 0;
      elsewhere.close();
    },
  );
});
