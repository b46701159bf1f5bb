import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PageError } from '../../src/page/route.ts';
import { seriousFindings } from '../support/axe.ts';
import { ask, launchBrowser, noBrowser, openChat, phone, screenshot } from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';

/** A page that tries again waits a moment before. */
const soon = { timeout: 15_000 };

const box = '.webchat__send-box-text-box__input';

describe.skipIf(noBrowser)('the line of the chat page', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  let refusal: PageError | undefined;
  let folder: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), 'chat-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    refusal = undefined;
    for (const context of browser.contexts()) await context.close();
    await chat.close();
  });

  let number = 0;
  async function start(port = 0, dataFile = join(folder, `${++number}.json`)) {
    chat = await startChatWithFakeBot(
      ({ type, text }) =>
        type === 'message' && text !== 'wait' ? [{ text: `Answer to ${text}` }] : [],
      { port, dataFile, refusal: () => refusal },
    );
    return dataFile;
  }
  async function restart(dataFile: string, meanwhile?: () => Promise<void>) {
    const port = Number(new URL(chat.url).port);
    await chat.close();
    await meanwhile?.();
    await start(port, dataFile);
  }

  const bubbles = (page: Page) => page.locator('.webchat__bubble__content').allInnerTexts();
  const trouble = (page: Page) => page.locator('#trouble');
  const asked = () =>
    chat.received.filter(({ type }) => type === 'message').map(({ text }) => text);

  async function openAndAsk(options: Parameters<typeof openChat>[2] = undefined) {
    const { page } = await openChat(browser, chat.url, options);
    await ask(page, 'one');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one']);
    return page;
  }

  /** Whether the page is shown, as its own script sees it. */
  const setVisible = (page: Page, isVisible: boolean) =>
    page.evaluate(
      (state) => {
        const { document, Event } = globalThis as unknown as {
          document: EventTarget & object;
          Event: new (name: string) => Event;
        };
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      },
      isVisible ? 'visible' : 'hidden',
    );

  test('goes on by itself when its token has expired, and shows nothing twice', async () => {
    await start();
    const page = await openAndAsk();
    await page.locator(box).fill('half a ques');
    await chat.expireTokens();
    await expect.poll(() => trouble(page).isHidden(), soon).toBe(true);
    expect(await page.locator(box).inputValue()).toBe('half a ques');
    await ask(page, 'two');
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two']);
    expect(asked()).toEqual(['one', 'two']);
  });

  test('takes a question whose token has expired unnoticed, once', async () => {
    await start();
    const page = await openAndAsk();
    // The socket stays, so nothing has told the page.
    chat.expireTokensOnly();
    await ask(page, 'two');
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two']);
    expect(asked()).toEqual(['one', 'two']);
  });

  test('goes on when the page wakes after its token’s life, with what came meanwhile', async () => {
    await start();
    const { page } = await openChat(browser, chat.url);
    await page.clock.install();
    await page.reload();
    await ask(page, 'wait');
    await expect.poll(asked).toEqual(['wait']);
    const question = chat.received.find(({ text }) => text === 'wait');
    await page.locator(box).fill('half');
    await setVisible(page, false);
    await page.context().setOffline(true);
    await chat.expireTokens();
    if (question) await chat.say(question, { text: 'It took long' });
    await page.clock.fastForward(3 * 60 * 60 * 1000);
    await page.context().setOffline(false);
    await setVisible(page, true);
    await page.clock.runFor(30_000);
    await expect.poll(() => bubbles(page), soon).toEqual(['wait', 'It took long']);
    expect(await page.locator(box).inputValue()).toBe('half');
    await expect.poll(() => trouble(page).isHidden(), soon).toBe(true);
  });

  test('says at once that the network is gone, and sends what was asked meanwhile, once', async () => {
    await start();
    const page = await openAndAsk(phone);
    await page.context().setOffline(true);
    await expect.poll(() => trouble(page).textContent()).toContain('You’re offline');
    expect(await trouble(page).getAttribute('role')).toBe('alert');
    expect(await seriousFindings(page)).toEqual([]);
    await screenshot(page, 'page-offline-phone');
    await ask(page, 'two');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one', 'two']);
    expect(asked()).toEqual(['one']);
    await page.context().setOffline(false);
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two']);
    expect(await trouble(page).isHidden()).toBe(true);
    expect(asked()).toEqual(['one', 'two']);
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
  });

  test('loses nothing when the server is replaced', async () => {
    const dataFile = await start();
    const page = await openAndAsk();
    await ask(page, 'wait');
    await expect.poll(asked).toEqual(['one', 'wait']);
    const question = chat.received.find(({ text }) => text === 'wait');
    await restart(dataFile, async () => {
      await expect
        .poll(() => trouble(page).textContent(), { timeout: 10_000 })
        .toContain('Can’t reach the chat');
      await ask(page, 'two');
    });
    if (question) await chat.say(question, { text: 'At last' });
    await expect
      .poll(async () => (await bubbles(page)).toSorted(), { timeout: 20_000 })
      .toEqual(['Answer to one', 'Answer to two', 'At last', 'one', 'two', 'wait']);
    expect(asked()).toEqual(['two']);
    await expect.poll(() => trouble(page).isHidden(), soon).toBe(true);
  });

  test('offers to send again what may have got lost on the way, and doesn’t by itself', async () => {
    await start();
    const page = await openAndAsk();
    await page.clock.install();
    await page.route('**/directline/conversations/*/activities', (route) => route.abort(), {
      times: 1,
    });
    await ask(page, 'two');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one', 'two']);
    await page.clock.runFor(5000);
    await expect.poll(() => trouble(page).isHidden(), soon).toBe(true);
    await page.clock.runFor(25_000);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(async () => (await bubbles(page)).at(-1)).toBe('Answer to two');
    expect(asked()).toEqual(['one', 'two']);
  });

  test('knows that a question arrived whose acknowledgement got lost', async () => {
    await start();
    const page = await openAndAsk();
    await page.route(
      '**/directline/conversations/*/activities',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await ask(page, 'two');
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two']);
    await expect.poll(() => page.getByText('Sending').count(), soon).toBe(0);
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(asked()).toEqual(['one', 'two']);
  });

  test('leads those who were signed out to the sign-in, and back to their chat', async () => {
    await start();
    const page = await openAndAsk();
    await page.locator(box).fill('half');
    refusal = new PageError(401, 'signed-out', 'Sign in');
    await chat.expireTokens();
    const link = trouble(page).getByRole('link', { name: 'Sign in' });
    await link.waitFor();
    expect(await trouble(page).textContent()).toContain('You’ve been signed out.');
    expect(await seriousFindings(page)).toEqual([]);
    const href = new URL((await link.getAttribute('href')) ?? '', chat.url);
    expect(href.pathname).toBe('/.auth/login/aad');
    const back = href.searchParams.get('post_login_redirect_uri') ?? '';
    expect(back).toMatch(/^\/api\/chat\?chat=[0-9a-f]{32}-[0-9a-f]{32}$/);
    refusal = undefined;
    await page.goto(`${chat.url}${back}`);
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one']);
  });

  test('leads to the sign-in who opens a new chat while signed out', async () => {
    await start();
    const page = await openAndAsk();
    refusal = new PageError(401, 'signed-out', 'Sign in');
    await page.locator('#side').getByRole('button', { name: 'New chat' }).click();
    await trouble(page).getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await bubbles(page)).toEqual(['one', 'Answer to one']);
  });

  /** A page that was left open: the sockets stay, and tokens are renewed, but nobody has asked who is signed in. */
  async function leaveOpen(hours: number) {
    const { page } = await openChat(browser, chat.url);
    await page.clock.install();
    await page.reload();
    await ask(page, 'one');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one']);
    const sessions: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/chat/token')) sessions.push(request.postDataJSON());
    });
    return { page, sessions, pass: () => page.clock.fastForward(hours * 60 * 60 * 1000) };
  }

  test('has its conversation count for another day before the first is over', async () => {
    await start();
    const { page, sessions, pass } = await leaveOpen(13);
    await pass();
    await expect.poll(() => sessions, soon).toEqual([{ conversationId: expect.any(String) }]);
    // Perhaps the page hasn't read the answer to the first request yet: then it counts from a later time.
    const passAndCount = () => pass().then(() => sessions.length);
    await expect.poll(passAndCount, { ...soon, interval: 1_000 }).toBeGreaterThanOrEqual(2);
    await ask(page, 'two');
    await expect.poll(async () => (await bubbles(page)).at(-1), soon).toBe('Answer to two');
    expect(asked()).toEqual(['one', 'two']);
    expect(await trouble(page).isHidden()).toBe(true);
  });

  test('sends nothing that nobody would take, once the day is over and its person is signed out', async () => {
    await start();
    const { page, pass } = await leaveOpen(25);
    refusal = new PageError(401, 'signed-out', 'Sign in');
    await pass();
    await trouble(page).getByRole('link', { name: 'Sign in' }).waitFor();
    await ask(page, 'two');
    await page.clock.runFor(1000);
    const again = page.getByRole('button', { name: 'Retry' });
    await again.waitFor();
    expect(asked()).toEqual(['one']);
    // They have signed in, in another tab.
    refusal = undefined;
    await again.click();
    await expect.poll(async () => (await bubbles(page)).at(-1), soon).toBe('Answer to two');
    expect(asked()).toEqual(['one', 'two']);
    expect(await trouble(page).isHidden()).toBe(true);
  });

  test.each([
    [403, 'no-access', 'You can’t use this bot.'],
    [429, 'too-often', 'That was often. Wait a minute.'],
    [503, 'unavailable', 'The chat isn’t available right now.'],
  ] as const)(
    'says in the server’s words why there is no chat (%i), and tries again when told',
    async (status, code, words) => {
      await start();
      refusal = new PageError(status, code, words);
      const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
      await page.goto(chat.url);
      const button = trouble(page).getByRole('button', { name: 'Try again' });
      await button.waitFor();
      expect(await trouble(page).textContent()).toContain(words);
      refusal = undefined;
      await button.click();
      await page.locator(box).waitFor();
      expect(await trouble(page).isHidden()).toBe(true);
    },
  );

  test.each([
    ['', 0],
    [', also before the page’s own script was there', 500],
  ])('asks for Web Chat again that didn’t arrive%s, and says so', async (_when, delayMs) => {
    await start();
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.route('**/files/page-*.js', async (route) => {
      await wait(delayMs);
      await route.continue();
    });
    await page.route('**/files/webchat-*', (route) => route.abort(), { times: 1 });
    await page.goto(chat.url);
    await expect.poll(() => trouble(page).textContent(), soon).toContain('Can’t reach the chat');
    await page.locator(box).waitFor();
    expect(await trouble(page).isHidden()).toBe(true);
  });

  test('finds the chat of its tab again, and in a new tab the last one', async () => {
    await start();
    const page = await openAndAsk();
    await page.getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => bubbles(page), soon).toEqual([]);
    await ask(page, 'two');
    await expect.poll(() => bubbles(page), soon).toEqual(['two', 'Answer to two']);
    const tab = await page.context().newPage();
    await tab.goto(chat.url);
    await expect.poll(() => bubbles(tab)).toEqual(['two', 'Answer to two']);
    await tab.getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => bubbles(tab)).toEqual([]);
    await page.reload();
    await expect.poll(() => bubbles(page), soon).toEqual(['two', 'Answer to two']);
  });

  test('puts the question of its address into the box, and sends nothing', async () => {
    await start();
    const { page } = await openChat(browser, `${chat.url}/?question=Revenue%20by%20region%3F`);
    await expect.poll(() => page.locator(box).inputValue()).toBe('Revenue by region?');
    expect(asked()).toEqual([]);
    // Once it's sent, a reload doesn't bring it back.
    await ask(page, 'Revenue by region?');
    await expect.poll(() => asked().length, soon).toBe(1);
    await page.reload();
    await expect.poll(() => bubbles(page), soon).toContain('Revenue by region?');
    expect(await page.locator(box).inputValue()).toBe('');
  });

  test('takes no question while another chat is on its way: it would go to the one before', async () => {
    await start();
    const page = await openAndAsk();
    const opening = Promise.withResolvers<void>();
    await page.route('**/api/chat/token*', async (route) => {
      await opening.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => page.locator('#chat[inert]').count()).toBe(1);
    await page.locator(box).focus();
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    opening.resolve();
    await expect.poll(() => bubbles(page), soon).toEqual([]);
    await ask(page, 'three');
    await expect.poll(() => bubbles(page), soon).toEqual(['three', 'Answer to three']);
    expect(asked()).not.toContain('two');
  });

  test('keeps what is half-typed when another chat is opened', async () => {
    await start();
    const page = await openAndAsk();
    await page.locator(box).fill('half');
    await page.getByRole('button', { name: 'New chat' }).click();
    await expect.poll(() => bubbles(page), soon).toEqual([]);
    expect(await page.locator(box).inputValue()).toBe('half');
  });
});
