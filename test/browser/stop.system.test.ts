import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ask, launchBrowser, noBrowser, openChat, screenshot } from '../support/browser.ts';
import { type Bot, startBot } from '../support/startBot.ts';

describe.skipIf(noBrowser)('a question on the chat page of npm start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stop-'));
  let browser: Browser;
  let bot: Bot;

  beforeAll(async () => {
    [browser, bot] = await Promise.all([launchBrowser(), startBot({ LOCAL_DATA_DIR: dataDir })]);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await bot?.stop();
    rmSync(dataDir, { recursive: true });
  });

  const texts = (page: Page) => page.locator('.webchat__bubble__content').allInnerTexts();
  const ended = () => bot.log.filter(({ event }) => event === 'question.ended');

  test('is answered where its progress was, with a button to stop it till then', async () => {
    const { page, troubles } = await openChat(browser, bot.url);
    const count = ended().length;
    await ask(page, 'Revenue by region');
    const stop = page.getByRole('button', { name: 'Stop' });
    await stop.waitFor();
    // The welcome, the question, and what Genie is doing.
    await expect.poll(() => texts(page), { timeout: 10_000 }).toHaveLength(3);
    await screenshot(page, 'stream-of-genie');
    await page.locator('.ac-adaptiveCard [role="table"]').waitFor();
    await stop.waitFor({ state: 'detached' });
    await expect.poll(ended).toHaveLength(count + 1);
    // The welcome, the question, and its answer.
    expect(await page.locator('.webchat__basic-transcript__activity').count()).toBe(3);
    expect(troubles).toEqual([]);
  });

  test.each([
    ['en-US', 'Stop', 'Revenue by region'],
    ['de-DE', 'Stoppen', 'Umsatz je Region'],
    ['fr-FR', 'Arrêter', 'Revenue by region'],
    ['es-ES', 'Detener', 'Revenue by region'],
    ['pt-BR', 'Parar', 'Revenue by region'],
    ['ja-JP', '停止', 'Revenue by region'],
    ['zh-CN', '停止', 'Revenue by region'],
  ])('is cancelled by that button for a reader of %s', async (locale, name, question) => {
    const { page, troubles } = await openChat(browser, bot.url, undefined, { locale });
    const count = ended().length;
    await ask(page, question);
    const stop = page.getByRole('button', { name, exact: true });
    await stop.click();
    await stop.waitFor({ state: 'detached' });
    await expect.poll(ended).toHaveLength(count + 1);
    expect(ended().at(-1)).toMatchObject({ code: 'cancelled-by-asker' });
    // The welcome, the question, and that it’s no longer waited for.
    await expect.poll(() => texts(page), { timeout: 10_000 }).toHaveLength(3);
    await screenshot(page, `stopped-${locale}`);
    expect(await page.locator('.ac-adaptiveCard [role="table"]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
