import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { type DemoSignIn, startDemoSignIn } from '../../local/startDemoSignIn.ts';
import { readClaims } from '../../src/signIn/readClaims.ts';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  screenshot,
  tabOpenedBy,
} from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';

const connectionName = 'databricks';

describe.skipIf(noBrowser)('the sign-in of the local chat', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  let signIn: DemoSignIn;
  const links: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    links.length = 0;
    chat = await startChatWithFakeBot((activity) => {
      void react(activity);
      return [];
    });
    signIn = await startDemoSignIn(chat.signIn);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await Promise.all([chat.close(), signIn.close()]);
  });

  const call = async <T>(path: string, query: Record<string, string>) => {
    const response = await fetch(`${signIn.url}${path}?${new URLSearchParams(query)}`);
    return (await response.json()) as T;
  };

  async function greet(activity: Activity, code?: string) {
    const owner = { userId: activity.from?.id ?? '', channelId: 'webchat', connectionName };
    const query = { ...owner, ...(code && { code }) };
    const { token } = await call<{ token?: string }>('/api/usertoken/GetToken', query);
    const name = token && readClaims(token).name;
    await chat.say(activity, { text: name ? `Hello, ${name}` : 'No token' });
  }

  async function offer(activity: Activity) {
    const { channelId, from: user, conversation, serviceUrl, recipient: bot } = activity;
    const reference = { channelId, user, conversation, serviceUrl, bot };
    const state = JSON.stringify({ connectionName, conversation: reference, msAppId: '' });
    const { signInLink: value } = await call<{ signInLink: string }>(
      '/api/botsignin/GetSignInResource',
      {
        state: Buffer.from(state).toString('base64'),
      },
    );
    links.push(value);
    const buttons = [{ type: 'signin', title: 'Sign in', value }];
    const content = { text: 'Sign in first.', connectionName, buttons };
    const contentType = 'application/vnd.microsoft.card.oauth';
    await chat.say(activity, { attachments: [{ contentType, content }] });
  }

  /** As little as a bot has to do: a card, and then the token, by event or by code. */
  async function react(activity: Activity) {
    if (activity.name === 'tokens/response') await greet(activity);
    else if (/^\d{6}$/.test(activity.text ?? '')) await greet(activity, activity.text);
    else if (activity.type === 'message') await offer(activity);
  }

  async function openPage(page: Page): Promise<Page> {
    await ask(page, 'Revenue by region');
    const opened = await tabOpenedBy(page, () => cardButton(page, 'Sign in').click());
    await opened.getByRole('heading', { name: 'Sign in to the demo' }).waitFor();
    return opened;
  }

  const choose = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const events = () => chat.received.filter(({ type }) => type === 'event');

  test('needs a click on a person and no code, and tells the bot without a token', async () => {
    const { page, troubles } = await openChat(browser, chat.url);
    const popup = await openPage(page);
    await screenshot(page, 'sign-in-card');
    await screenshot(popup, 'sign-in-page');
    await choose(popup, 'Erik Lindqvist');
    await popup.getByText('You can close this window').waitFor();
    await page.getByText('Hello, Erik Lindqvist').first().waitFor();
    expect(events()).toMatchObject([{ name: 'tokens/response', value: { connectionName } }]);
    expect(JSON.stringify(chat.received)).not.toMatch(/eyJ/);
    expect(troubles).toEqual([]);
  });

  test('shows a code in any other browser, which works in the chat it is for', async () => {
    const { page } = await openChat(browser, chat.url);
    const link = (await openPage(page)).url();
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(link);
    await choose(elsewhere, 'Ada Lovelace');
    const code = (await elsewhere.locator('.code').textContent()) ?? '';
    expect(code).toMatch(/^\d{6}$/);
    expect(events()).toEqual([]);

    const { page: other } = await openChat(browser, chat.url);
    await ask(other, code);
    await other.getByText('No token').first().waitFor();
    await ask(page, code);
    await page.getByText('Hello, Ada Lovelace').first().waitFor();

    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
  });

  test('shows a code for a link that was not opened by its button', async () => {
    const { page } = await openChat(browser, chat.url);
    await ask(page, 'Revenue by region');
    await expect.poll(() => links.length).toBe(1);
    const opened = await page.context().newPage();
    await opened.goto(links[0] ?? '');
    await choose(opened, 'Ada Lovelace');
    await opened.locator('.code').waitFor();
    expect(events()).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'fits a narrow %s window, and can be used by keyboard alone',
    async (colorScheme) => {
      const { page } = await openChat(browser, chat.url);
      const popup = await openPage(page);
      await popup.setViewportSize({ width: 320, height: 640 });
      await popup.emulateMedia({ colorScheme });
      const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
      expect(await popup.evaluate(fits)).toBe(true);
      await screenshot(popup, `sign-in-${colorScheme}`);
      await popup.keyboard.press('Tab');
      await popup.keyboard.press('Tab');
      await popup.keyboard.press('Enter');
      await popup.getByText('Hello, Erik Lindqvist').waitFor();
      expect(await popup.evaluate(fits)).toBe(true);
      await page.getByText('Hello, Erik Lindqvist').first().waitFor();
    },
  );
});
