import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  readTable,
  screenshot,
} from '../support/browser.ts';
import { type Bot, startBot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

describe.skipIf(noBrowser)('a person with nothing but npm start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ask-'));
  let browser: Browser;
  let bot: Bot;
  beforeAll(async () => {
    [browser, bot] = await Promise.all([launchBrowser(), startBot({ LOCAL_DATA_DIR: dataDir })]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), bot.stop()]);
    rmSync(dataDir, { recursive: true });
  });

  test('is welcomed, asks, reads a table, rates it, and asks the next question with a click', async () => {
    const { page, troubles } = await openChat(browser, bot.url);
    await page.getByText('made-up sales data').first().waitFor();

    await ask(page, 'Which products generate the highest total sales value?');
    const [header, first] = await readTable(page);
    expect(header).toEqual(['Product name', 'Revenue']);
    expect(first?.join(' ')).toMatch(/^Quinoa & Kale Bowl \d{3},\d{3}\.\d\d$/);
    await screenshot(page, 'ask');

    await cardButton(page, '👍').click();
    await page.getByText('Your rating was sent to Genie').first().waitFor();
    expect(bot.log.filter(({ event }) => event === 'answer.rated')).toHaveLength(1);

    const suggestion = page.locator('.ac-pushButton', { hasText: /\?$|by / }).last();
    const words = ((await suggestion.textContent()) ?? '').trim();
    await suggestion.click();
    await page.locator('.webchat__bubble--from-user', { hasText: words }).waitFor();
    await until(() => bot.log.filter(({ event }) => event === 'question.ended').length === 2);
    await page.locator('.ac-adaptiveCard').nth(2).waitFor();
    await screenshot(page, 'ask-on');
    expect(troubles).toEqual([]);
  });
});
