import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { json, PageError, type PageRoute } from '../../src/page/route.ts';
import { ask, launchBrowser, noBrowser, openChat } from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { answerCard } from '../support/sampleCards.ts';

const soon = { timeout: 15_000 };

interface Turn {
  id: string;
  askedAt: string;
  text: string;
  activityId?: string;
  answerActivityId?: string;
  state: 'answered' | 'open';
  message?: object;
}

/** A chat of a Direct Line conversation that has gone: its ID leads to none. */
const chatId = `${'a'.repeat(32)}-${Buffer.from('gone-for-a-while').toString('hex')}`;

describe.skipIf(noBrowser)('a chat that is opened again', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  let turns: Turn[];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await chat.close();
  });

  const readChat: PageRoute = {
    method: 'GET',
    path: 'chats/:id',
    kind: 'data',
    async handle({ query }) {
      if (turns.length === 0) throw new PageError(404, 'not-found', 'There’s no such chat.');
      const isWanted = ({ activityId = '' }: Turn) =>
        !activityId.startsWith(`${query.get('except')}|`);
      return json({ id: chatId, title: 'one', turns: turns.filter(isWanted) });
    },
  };

  async function open(known: Turn[]) {
    turns = known;
    chat = await startChatWithFakeBot(
      ({ type, text }) =>
        type === 'message' && text !== 'wait' ? [{ text: `Answer to ${text}` }] : [],
      { routes: [readChat] },
    );
    return openChat(browser, `${chat.url}/?chat=${chatId}`);
  }

  const bubbles = (page: Page) => page.locator('.webchat__bubble__content').allInnerTexts();
  const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000).toISOString();
  const aTurn = (text: string, more: Partial<Turn> = {}): Turn => ({
    id: `turn-${text}`,
    askedAt: minutesAgo(30),
    text,
    state: 'answered',
    message: { type: 'message', text: `Answer to ${text}` },
    ...more,
  });

  test('shows what was said in it, in order, and goes on', async () => {
    const { page, troubles } = await open([
      aTurn('one', { askedAt: minutesAgo(30) }),
      // At the same moment: clocks are coarse.
      aTurn('two', { askedAt: minutesAgo(30) }),
      aTurn('table', { askedAt: minutesAgo(3), message: { attachments: [answerCard] } }),
    ]);
    await page.locator('.ac-adaptiveCard [role="table"]').waitFor();
    const before = await bubbles(page);
    expect(before.slice(0, 5)).toEqual(['one', 'Answer to one', 'two', 'Answer to two', 'table']);
    await ask(page, 'three');
    await expect.poll(() => bubbles(page), soon).toEqual([...before, 'three', 'Answer to three']);
    expect(troubles).toEqual([]);
  });

  test('is whole after a reload, with what was said before this conversation and in it', async () => {
    const { page, troubles } = await open([
      aTurn('one', { activityId: 'gone-for-a-while|1', answerActivityId: 'gone-for-a-while|2' }),
      aTurn('two', { askedAt: minutesAgo(20) }),
    ]);
    await expect.poll(async () => (await bubbles(page)).length, soon).toBe(4);
    await ask(page, 'three');
    const all = ['one', 'Answer to one', 'two', 'Answer to two', 'three', 'Answer to three'];
    await expect.poll(() => bubbles(page), soon).toEqual(all);
    // The server has the last one, too, and tells how its question reads in its own words.
    const asked = chat.received.find(({ text }) => text === 'three');
    turns.push(
      aTurn('three in other words', {
        askedAt: minutesAgo(0),
        activityId: asked?.id ?? '',
        answerActivityId: 'unknown',
      }),
    );
    await page.reload();
    await expect.poll(() => bubbles(page), soon).toEqual(all);
    // It's about the start alone, so that a reload stays with whatever chat is shown then.
    expect(new URL(page.url()).search).toBe('');
    await ask(page, 'four');
    await expect.poll(() => bubbles(page), soon).toEqual([...all, 'four', 'Answer to four']);
    expect(troubles).toEqual([]);
  });

  test('shows an answer that is still to come as soon as it’s there, once', async () => {
    const { page, troubles } = await open([
      aTurn('one'),
      aTurn('two', { askedAt: minutesAgo(1), state: 'open' }),
    ]);
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one', 'two']);
    await ask(page, 'three');
    turns = [aTurn('one'), aTurn('two', { askedAt: minutesAgo(1) })];
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'two', 'Answer to two', 'three', 'Answer to three']);
    expect(troubles).toEqual([]);
  });

  test('is a new one if the server doesn’t know it', async () => {
    const { page } = await open([]);
    await ask(page, 'one');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one']);
  });

  test('goes on in another conversation when the one that it had is gone, and shows nothing twice', async () => {
    const { page } = await open([aTurn('one')]);
    await ask(page, 'wait');
    await expect.poll(() => chat.received.filter(({ text }) => text === 'wait').length).toBe(1);
    const asked = chat.received.find(({ text }) => text === 'wait');
    await expect.poll(() => bubbles(page), soon).toEqual(['one', 'Answer to one', 'wait']);

    // The server is another one, which has lost its conversations. Its clock is behind.
    const port = Number(new URL(chat.url).port);
    await chat.close();
    turns = [
      aTurn('one'),
      aTurn('wait', {
        askedAt: minutesAgo(2),
        activityId: asked?.id ?? '',
        answerActivityId: 'an-answer',
      }),
    ];
    chat = await startChatWithFakeBot(
      ({ type, text }) => (type === 'message' ? [{ text: `Answer to ${text}` }] : []),
      {
        routes: [readChat],
        port,
      },
    );
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'wait', 'Answer to wait']);
    await ask(page, 'two');
    await expect
      .poll(() => bubbles(page), soon)
      .toEqual(['one', 'Answer to one', 'wait', 'Answer to wait', 'two', 'Answer to two']);
    await expect.poll(() => page.locator('#trouble').isHidden(), soon).toBe(true);
  });
});
