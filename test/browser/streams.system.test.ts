import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { seriousFindings } from '../support/axe.ts';
import {
  ask,
  desktop,
  launchBrowser,
  noBrowser,
  openChat,
  screenshot,
  whenOpen,
} from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { answerCard } from '../support/sampleCards.ts';

/** The smallest phone, and a desktop at 400 %. */
const narrow = { width: 320, height: 640 };

type StreamType = 'informative' | 'streaming' | 'final';

/** What the bot says in one stream. */
interface Stream {
  say(streamType: StreamType, activity: Partial<Activity>): Promise<void>;
}

describe.skipIf(noBrowser)('a stream on the chat page', () => {
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

  async function open(viewport = desktop, options: BrowserContextOptions = {}, dataFile?: string) {
    chat = await startChatWithFakeBot(() => [], { ...(dataFile !== undefined && { dataFile }) });
    return openChat(browser, chat.url, viewport, options);
  }

  const asked = () => chat.received.filter(({ type }) => type === 'message');

  /** Asks, and begins to answer in a stream. */
  async function begin(page: Page, question = 'Sales?'): Promise<Stream> {
    const count = asked().length;
    await ask(page, question);
    await expect.poll(asked).toHaveLength(count + 1);
    return answerTo(asked().at(-1));
  }

  function answerTo(question: Activity | undefined): Stream {
    let streamId: string | undefined;
    let sequence = 0;
    return {
      async say(streamType, activity) {
        sequence += 1;
        const fields = {
          streamType,
          ...(streamType !== 'final' && { streamSequence: sequence }),
          ...(streamId !== undefined && { streamId }),
        };
        const id = await chat.say(question ?? { type: 'message' }, {
          type: streamType === 'final' ? 'message' : 'typing',
          ...activity,
          channelData: { ...activity.channelData, ...fields },
          entities: [{ type: 'streaminfo', ...fields }],
        });
        streamId ??= id;
      },
    };
  }

  const bubbles = (page: Page) => page.locator('.webchat__bubble__content').allInnerTexts();
  const dots = (page: Page) => page.locator('.webchat__typing-indicator');
  const stop = (page: Page) => page.getByRole('button', { name: 'Stop' });
  const tables = (page: Page) => page.locator('.ac-adaptiveCard [role="table"]');

  test('says what the bot is doing, then the words as they grow, in one bubble', async () => {
    const { page, troubles } = await open();
    const stream = await begin(page);
    await stream.say('informative', { text: 'Reading your question …' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Reading your question …']);
    await stream.say('informative', { text: 'Running the query, 12 s …' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Running the query, 12 s …']);
    await stream.say('streaming', { text: 'Bowls sell' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Bowls sell']);
    await stream.say('streaming', { text: 'Bowls sell **best**' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Bowls sell best']);
    await stream.say('final', { text: 'Bowls sell **best**, by far.' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Bowls sell best, by far.']);
    expect(await dots(page).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('shows each answer below its question, also the third', async () => {
    const { page } = await open();
    const expected: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      const stream = await begin(page, `${name}?`);
      await stream.say('informative', { text: 'Reading …' });
      await expect.poll(() => bubbles(page)).toEqual([...expected, `${name}?`, 'Reading …']);
      await stream.say('informative', { text: 'Running …' });
      await stream.say('final', { text: `${name}.` });
      expected.push(`${name}?`, `${name}.`);
      await expect.poll(() => bubbles(page)).toEqual(expected);
    }
  });

  test.each([
    ['has a text, too', { text: 'Quinoa leads.' }],
    ['is all there is', {}],
    ['is all there is, beside an empty text', { text: '' }],
  ])('ends with its card in place of the words, once, if the card %s', async (_, words) => {
    const { page, troubles } = await open();
    const stream = await begin(page);
    await stream.say('streaming', { text: 'Looking …' });
    await stop(page).waitFor();
    await stream.say('final', { ...words, attachments: [answerCard] });
    await tables(page).waitFor();
    expect(await tables(page).count()).toBe(1);
    expect(await bubbles(page)).not.toContain('Looking …');
    expect(await page.locator('.webchat__basic-transcript__activity').count()).toBe(2);

    await page.reload();
    await tables(page).waitFor();
    await whenOpen(page);
    expect(await tables(page).count()).toBe(1);
    expect(await stop(page).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('shows its end once, however often that comes, also after a reload', async () => {
    const { page } = await open();
    const stream = await begin(page);
    await stream.say('streaming', { text: 'Looking …' });
    for (const _ of [1, 2, 3]) await stream.say('final', { text: 'Found' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Found']);
    await page.reload();
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Found']);
  });

  test('leaves nothing where it ends without a message', async () => {
    const { page } = await open();
    const stream = await begin(page);
    await stream.say('streaming', { text: 'Looking …' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Looking …']);
    await stream.say('final', { type: 'typing' });
    await expect.poll(() => page.locator('.webchat__basic-transcript__activity').count()).toBe(1);
    expect(await bubbles(page)).toEqual(['Sales?']);
    expect(await stop(page).count()).toBe(0);
  });

  test('isn’t changed by what comes too late', async () => {
    const { page } = await open();
    const stream = await begin(page);
    await stream.say('streaming', { text: 'A' });
    await stream.say('final', { text: 'A B' });
    await stream.say('streaming', { text: 'A' });
    await chat.say(asked()[0] as Activity, { text: 'The end' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'A B', 'The end']);
    expect(await stop(page).count()).toBe(0);
  });

  test('goes on in one bubble after a reload, and ends in it', async () => {
    const { page } = await open();
    const stream = await begin(page);
    await stream.say('streaming', { text: 'A' });
    await stop(page).waitFor();
    await page.reload();
    await expect.poll(() => bubbles(page)).toEqual(['Sales?']);
    await whenOpen(page);
    await stream.say('informative', { text: 'Still at it …' });
    await stream.say('streaming', { text: 'A B' });
    await stream.say('streaming', { text: 'A B C' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'A B C']);
    expect(await stop(page).isVisible()).toBe(true);
    await stream.say('final', { text: 'A B C D' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'A B C D']);
  });

  test('is the same in two tabs', async () => {
    const { page } = await open();
    const other = await page.context().newPage();
    await other.goto(chat.url);
    await whenOpen(other);
    const stream = await begin(page);
    await stream.say('streaming', { text: 'A' });
    await stream.say('streaming', { text: 'A B' });
    for (const tab of [page, other]) {
      await expect.poll(() => bubbles(tab)).toEqual(['Sales?', 'A B']);
      await stop(tab).waitFor();
    }
    await stream.say('final', { text: 'A B C' });
    for (const tab of [page, other]) {
      await expect.poll(() => bubbles(tab)).toEqual(['Sales?', 'A B C']);
      expect(await stop(tab).count()).toBe(0);
    }
  });

  test('ends on the page, which connects again by itself, after the bot was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    const dataFile = join(folder, 'chat.json');
    const { page } = await open(desktop, {}, dataFile);
    const stream = await begin(page);
    await stream.say('streaming', { text: 'A' });
    await stop(page).waitFor();

    await chat.close();
    const port = Number(new URL(chat.url).port);
    chat = await startChatWithFakeBot(() => [], { dataFile, port });
    await stream.say('final', { text: 'A B' });
    await expect.poll(() => bubbles(page), { timeout: 8000 }).toEqual(['Sales?', 'A B']);
    expect(await stop(page).count()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('that never ends leaves no button behind, nor anything that moves', async () => {
    const { page } = await open();
    await page.clock.install();
    const stream = await begin(page);
    await stream.say('informative', { text: 'Running the query …' });
    await stop(page).waitFor();
    await page.clock.fastForward(59_000);
    await stream.say('informative', { text: 'Running the query, 59 s …' });
    await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'Running the query, 59 s …']);
    await page.clock.fastForward(59_000);
    expect(await stop(page).isVisible()).toBe(true);
    await page.clock.fastForward(2_000);
    await stop(page).waitFor({ state: 'detached' });
    expect(await dots(page).count()).toBe(0);
  });

  describe('can be stopped', () => {
    test('with a button that sends “cancel”, which no bubble shows', async () => {
      const { page, troubles } = await open(desktop, { locale: 'ja-JP' });
      const stream = await begin(page);
      await stream.say('informative', { text: '処理中' });
      const button = page.getByRole('button', { name: '停止' });
      await button.click();
      await expect.poll(() => asked().at(-1)).toMatchObject({ text: 'cancel', locale: 'ja-JP' });
      expect(asked().at(-1)?.from?.id).toBe(asked()[0]?.from?.id);
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await button.click({ force: true });
      await stream.say('final', { text: 'キャンセルしました' });
      await button.waitFor({ state: 'detached' });
      await page.reload();
      await expect.poll(() => bubbles(page)).toEqual(['Sales?', 'キャンセルしました']);
      expect(asked()).toHaveLength(2);
      expect(troubles).toEqual([]);
    });

    test('by keyboard, from the send box on, which has the focus again after it', async () => {
      const { page } = await open();
      const stream = await begin(page);
      await stream.say('informative', { text: 'Running …' });
      await stop(page).waitFor();
      const isFocused = () => stop(page).evaluate((element) => element.matches(':focus'));
      for (let tabs = 0; tabs < 4 && !(await isFocused()); tabs++) await page.keyboard.press('Tab');
      expect(await isFocused()).toBe(true);
      await screenshot(page, 'stream-focus');
      await page.keyboard.press('Enter');
      await expect.poll(() => asked().at(-1)?.text).toBe('cancel');
      await stream.say('final', { type: 'typing', text: '' });
      await stop(page).waitFor({ state: 'detached' });
      const box = page.locator('.webchat__send-box-text-box__input');
      expect(await box.evaluate((element) => element.matches(':focus'))).toBe(true);
    });

    test('as those hear who can’t see the button', async () => {
      const { page } = await open();
      const stream = await begin(page);
      expect(await page.locator('#status').textContent()).toBe('');
      await stream.say('informative', { text: 'Running …' });
      await expect
        .poll(() => page.locator('#status').textContent())
        .toBe('The answer is on its way. You can stop it with the Stop button.');
      await stream.say('final', { text: 'Done' });
      await expect.poll(() => page.locator('#status').textContent()).toBe('');
    });

    test('again, if the bot didn’t get it', async () => {
      let isUp = false;
      chat = await startChatWithFakeBot(({ text }) => (text === 'cancel' && !isUp ? 500 : []));
      const { page } = await openChat(browser, chat.url);
      const stream = await begin(page);
      await stream.say('informative', { text: 'Running …' });
      await stop(page).click();
      await expect.poll(() => stop(page).getAttribute('aria-disabled')).toBe('false');
      isUp = true;
      await stop(page).click();
      await expect
        .poll(() => asked().map(({ text }) => text))
        .toEqual(['Sales?', 'cancel', 'cancel']);
    });
  });

  test.each([
    ['a desktop', desktop],
    ['320 pixels', narrow],
  ])('keeps no one out on %s, in light and dark, and covers nothing', async (device, viewport) => {
    const { page, troubles } = await open(viewport, { locale: 'de-DE' });
    const stream = await begin(page, 'Umsatz?');
    const words = Array.from({ length: 12 }, (_, index) => `Satz ${index + 1} des Textes.`);
    for (let count = 1; count <= words.length; count++) {
      await stream.say('streaming', { text: words.slice(0, count).join(' ') });
    }
    const last = page.locator('.webchat__bubble__content').last();
    await expect.poll(() => last.textContent()).toContain('Satz 12 des Textes.');
    const button = page.getByRole('button', { name: 'Stoppen' });
    const [bubble, box] = [
      () => last.boundingBox().then((found) => (found?.y ?? 0) + (found?.height ?? 0)),
      await button.boundingBox(),
    ];
    await expect.poll(bubble).toBeLessThanOrEqual(box?.y ?? 0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await seriousFindings(page)).toEqual([]);
      await screenshot(page, `stream-${device.replaceAll(' ', '-')}-${colorScheme}`);
    }
    expect(
      await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      ),
    ).toBe(false);
    expect(troubles).toEqual([]);
  });
});
