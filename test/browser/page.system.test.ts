import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { galleryReader } from '../../local/gallery/galleryReader.ts';
import { peopleCards } from '../../local/gallery/peopleCards.ts';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import { createMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { drawChart } from '../../src/charts/drawChart.ts';
import { anAnswer, aTable, aView } from '../cards/answer/anAnswer.ts';
import { seriousFindings } from '../support/axe.ts';
import {
  ask,
  cardButton,
  desktop,
  launchBrowser,
  noBrowser,
  openChat,
  screenshot,
} from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { layoutFaults } from '../support/layoutFaults.ts';

/** The smallest phone, and a desktop at 400 %. */
const narrow = { width: 320, height: 640 };
const sendBox = '.webchat__send-box-text-box__input';

const chartRows = [
  ['EMEA', '1204331.5'],
  ['APAC', '903.25'],
];
const answer = answerCard(
  anAnswer({ tables: [aTable({ rows: chartRows })] }),
  aView({ ...galleryReader('en-US'), charts: { draw: drawChart }, downloads: true }),
);

/** With the longest titles beside one another. */
const germanAnswer = answerCard(
  anAnswer({
    tables: [
      aTable({
        columns: [
          { name: 'month', type: 'DATE' },
          { name: 'revenue', type: 'DOUBLE' },
        ],
        rows: Array.from({ length: 12 }, (_, month) => [
          `2025-${String(month + 1).padStart(2, '0')}-01`,
          `${1000 * month}`,
        ]),
      }),
    ],
  }),
  aView({ ...galleryReader('de-DE'), charts: { draw: drawChart }, downloads: true }),
);

/** As Genie draws a chart: dark letters, and no ground of its own. */
const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = createMessage(
  'webchat',
  [{ type: 'Image', url: onePixel, altText: 'Revenue' }],
  'Revenue',
);

const cards = new Map(peopleCards(galleryReader('en-US')));

/** One message of each kind. */
const everything = [
  ...['welcome', 'help', 'history', 'feedback', 'sign in', 'failure'].map((name) =>
    cards.get(name),
  ),
  { text: 'Words alone, **some** of them _loud_\n\n| a | b |\n|---|---|\n| 1 | 2 |' },
  answer,
] as Partial<Activity>[];

describe.skipIf(noBrowser)('the chat page', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;

  beforeAll(async () => {
    browser = await launchBrowser();
    chat = await startChatWithFakeBot(({ type, text }) => {
      if (type !== 'message') return [];
      if (text === 'German') return [{ ...germanAnswer } as Partial<Activity>];
      if (text === 'picture') return [{ ...picture } as Partial<Activity>];
      if (text === 'wait') return [{ type: 'typing' }];
      return text === 'everything' ? everything : [{ ...answer } as Partial<Activity>];
    });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  const open = (viewport = desktop, options: BrowserContextOptions = {}, query = '') =>
    openChat(browser, `${chat.url}/${query}`, viewport, options);

  /** Asks, and opens what the answer hides. */
  async function openAnswer(page: Page, question = 'Revenue?') {
    await ask(page, question);
    // What SQL opens takes the place of the other buttons.
    await cardButton(page, 'Show chart').click();
    await cardButton(page, 'Show SQL').click();
    await page.locator('.ac-image').last().waitFor();
  }

  const colorOf = (page: Page, selector: string) => styleOf(page, selector, 'background-color');

  const styleOf = (page: Page, selector: string, property: string) =>
    page
      .locator(selector)
      .last()
      .evaluate(
        (element, name) => Reflect.get(globalThis, 'getComputedStyle')(element)[name] as string,
        property,
      );

  /** The one that is there, of those that take each other's place. */
  const visibleButton = (page: Page, title: string) =>
    page.locator('.ac-pushButton:visible', { hasText: new RegExp(`^${title}$`) }).last();

  const buttonLook = (button: Locator) =>
    button.evaluate((element) => {
      const { color, backgroundColor } = Reflect.get(globalThis, 'getComputedStyle')(element);
      return `${color} on ${backgroundColor}`;
    });

  const runsSideways = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  const hasFocus = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => element.matches(':focus'));

  describe.each([
    ['a desktop', desktop],
    ['320 pixels', narrow],
  ])('on %s', (device, viewport) => {
    test('keeps no one out who can’t see or use a mouse, in light and dark', async () => {
      const { page, troubles } = await open(viewport);
      await openAnswer(page, 'everything');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousFindings(page)).toEqual([]);
        await screenshot(page, `page-${device.replaceAll(' ', '-')}-${colorScheme}`);
      }
      expect(await runsSideways(page)).toBe(false);
      expect(troubles).toEqual([]);
    });
  });

  test('turns dark with the system, and what was opened stays open', async () => {
    const { page } = await open();
    await openAnswer(page);
    const bubble = '.webchat__bubble__content';
    const light = await colorOf(page, bubble);
    await page.emulateMedia({ colorScheme: 'dark' });

    expect(light).toBe('rgb(255, 255, 255)');
    expect(await colorOf(page, 'body')).toBe('rgb(17, 22, 27)');
    expect(await colorOf(page, bubble)).toBe('rgb(27, 34, 42)');
    expect(await page.getByText('SUM(revenue)').last().isVisible()).toBe(true);
  });

  test('leaves a chart of ours dark in the dark, without a frame', async () => {
    const { page } = await open(desktop, { colorScheme: 'dark' });
    await openAnswer(page);
    expect(await colorOf(page, '.ac-image')).toBe('rgba(0, 0, 0, 0)');
    expect(await styleOf(page, '.ac-image', 'padding')).toBe('0px');
  });

  test('puts any other picture on a light ground in the dark, for its letters are dark', async () => {
    const { page } = await open(desktop, { colorScheme: 'dark' });
    await ask(page, 'picture');
    await page.locator('.ac-image').waitFor();
    expect(await colorOf(page, '.ac-image')).toBe('rgb(244, 246, 249)');
  });

  test('breaks no word of a button on the smallest phone', async () => {
    const { page } = await open(narrow);
    await ask(page, 'German');
    await visibleButton(page, 'Tabelle anzeigen').click();
    expect(await layoutFaults(page.locator('.ac-adaptiveCard').last())).toEqual([]);
  });

  test('puts the buttons of a row side by side, without gaps', async () => {
    const { page } = await open(narrow);
    await ask(page, 'German');
    await visibleButton(page, 'Mehr').click();
    const back = await visibleButton(page, 'Zurück').boundingBox();
    const sql = await visibleButton(page, 'SQL anzeigen').boundingBox();
    expect((sql?.x ?? 0) - (back?.x ?? 0) - (back?.width ?? 0)).toBeCloseTo(8, 0);
  });

  test('shows “More” as it was after a look behind it', async () => {
    const { page } = await open(narrow);
    await ask(page, 'German');
    const more = visibleButton(page, 'Mehr');
    const before = await buttonLook(more);
    await more.click();
    await visibleButton(page, 'Zurück').click();
    await page.mouse.move(0, 0);
    expect(await buttonLook(more)).toBe(before);
  });

  test('leads from the first Tab to the send box', async () => {
    // With a mouse it's there from the beginning.
    const { page } = await open(narrow, { hasTouch: true, isMobile: true });
    await page.keyboard.press('Tab');
    expect(await hasFocus(page, '#skip')).toBe(true);
    expect(await page.locator('#skip').boundingBox()).toMatchObject({ height: expect.any(Number) });
    expect(await styleOf(page, '#skip', 'outline-style')).toBe('solid');

    await page.keyboard.press('Enter');
    expect(await hasFocus(page, sendBox)).toBe(true);
  });

  test('leads out of a card to the send box with Escape', async () => {
    const { page } = await open();
    await openAnswer(page);
    const button = cardButton(page, 'And by week?');
    await button.focus();
    await page.keyboard.press('Shift');
    expect(await hasFocus(page, '.ac-pushButton:focus')).toBe(true);
    expect(await styleOf(page, '.ac-pushButton:focus', 'outline-style')).toBe('solid');
    // Web Chat moves the focus a moment after the key: from the card first, then from the conversation.
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.ac-pushButton:focus').count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(page, sendBox)).toBe(true);
  });

  test('doesn’t call what a button has opened a control that is expanded', async () => {
    const { page } = await open();
    await openAnswer(page);
    const strays = page.locator('#chat [aria-expanded]:not(button)');
    await expect.poll(() => strays.count()).toBe(0);
  });

  test.each([
    ['de-AT', 'de', 'Genie fragen', 'Neuer Chat', 'Eingabefeld für Nachricht'],
    ['pt-BR', 'pt-BR', 'Perguntar ao Genie', 'Novo chat', 'Caixa de entrada de mensagens'],
    ['zh-CN', 'zh-Hans', '向 Genie 提问', '新建聊天', '消息输入框'],
    ['it-IT', 'en', 'Ask Genie', 'New chat', 'Casella di input messaggio'],
  ])('speaks to a reader of %s, as Web Chat and the bot do', async (locale, ...expected) => {
    const [language, title, newChat, input] = expected;
    const { page, troubles } = await open(desktop, { locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.title()).toBe(title);
    expect(await page.locator('#new-chat').textContent()).toBe(newChat);
    expect(await page.locator(sendBox).getAttribute('aria-label')).toBe(input);
    await ask(page, 'Hello');
    await expect.poll(() => chat.received.at(-1)?.['locale']).toBe(locale);
    expect(troubles).toEqual([]);
  });

  test('takes the language that its address names', async () => {
    const { page } = await open(desktop, {}, '?locale=ja-JP');
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await ask(page, 'Hello');
    await expect.poll(() => chat.received.at(-1)?.['locale']).toBe('ja-JP');
  });

  test('is English for a reader of Filipino, whom Web Chat takes for a Finn', async () => {
    const { page } = await open(desktop, { locale: 'fil-PH' });
    expect(await page.locator(sendBox).getAttribute('aria-label')).toBe('Message input box');
  });

  test('lets a phone neither zoom into its fields nor open its keyboard unasked', async () => {
    const { page } = await open(narrow, { hasTouch: true, isMobile: true });
    expect(await styleOf(page, sendBox, 'font-size')).toBe('16px');
    expect(await hasFocus(page, sendBox)).toBe(false);
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(
      /maximum-scale|user-scalable/,
    );
  });

  test('keeps the send box above the keyboard of a phone', async () => {
    const { page } = await open(narrow);
    await page.evaluate(`
      Object.defineProperty(visualViewport, 'height', { value: 300, configurable: true });
      visualViewport.dispatchEvent(new Event('resize'));
    `);
    const box = await page.locator(sendBox).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(300);
  });

  test('leaves two thirds of its height to the chat at 200 %', async () => {
    const { page } = await open({ width: 640, height: 360 });
    await openAnswer(page);
    const log = await page.locator('.webchat__basic-transcript').boundingBox();
    expect(log?.height).toBeGreaterThan(240);
    expect(await page.locator(sendBox).isVisible()).toBe(true);
    expect(await runsSideways(page)).toBe(false);
  });

  test('stands still for those who asked for less motion', async () => {
    const { page } = await open(desktop, { reducedMotion: 'reduce' });
    await ask(page, 'wait');
    const dots = '.webchat__typing-indicator';
    await page.locator(dots).waitFor();
    expect(await styleOf(page, dots, 'animation-name')).toBe('none');
    expect(await styleOf(page, dots, 'background-image')).toContain('radial-gradient');
  });

  test('leaves all colours to a system that forces its own', async () => {
    const { page } = await open(desktop, { forcedColors: 'active', colorScheme: 'dark' });
    await openAnswer(page);
    await cardButton(page, 'Hide SQL').click();
    await cardButton(page, 'Show table').click();
    expect(await styleOf(page, '.ac-adaptiveCard [role="table"]', 'background-image')).toBe('none');
  });
});
