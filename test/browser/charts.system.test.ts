import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import { drawChart } from '../../src/charts/drawChart.ts';
import { anAnswer, aTable, aView } from '../cards/answer/anAnswer.ts';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  readTable,
} from '../support/browser.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';

describe.skipIf(noBrowser)('a chart in the chat page', () => {
  let browser: Browser;
  let chat: ChatWithFakeBot;
  beforeAll(async () => {
    browser = await launchBrowser();
    const rows = [
      ['<b>EMEA</b> & "co"', '12'],
      ['APAC', '3'],
    ];
    const message = answerCard(
      anAnswer({ tables: [aTable({ rows })] }),
      aView({ channel: 'webchat', charts: { draw: drawChart } }),
    );
    chat = await startChatWithFakeBot(({ type }) => (type === 'message' ? [{ ...message }] : []));
  });
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  test('is drawn, has a description, and takes turns with the table', async () => {
    const { page, troubles } = await openChat(browser, chat.url);
    await ask(page, 'Revenue by region?');
    await cardButton(page, 'Show chart').click();
    const image = page.locator('.ac-adaptiveCard img');
    await image.waitFor();
    expect(await image.evaluate((element) => Reflect.get(element, 'naturalWidth'))).toBe(480);
    expect(await image.getAttribute('alt')).toMatch(
      /^Bar chart of Revenue by Region\. Highest: 12/,
    );

    await cardButton(page, 'Show table').click();
    expect(await readTable(page)).toContainEqual(['<b>EMEA</b> & "co"', '12.00']);
    expect(await image.isVisible()).toBe(false);
    await cardButton(page, 'Show chart').click();
    expect(await image.isVisible()).toBe(true);
    expect(chat.received.filter(({ type }) => type === 'message')).toHaveLength(1);
    expect(troubles).toEqual([]);
  });
});
