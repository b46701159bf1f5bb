import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  screenshot,
} from '../support/browser.ts';
import { type Bot, startBot } from '../support/startBot.ts';

/** The next download, whichever tab it begins in: one that opens for it closes at once. */
function whenDownloading(page: Page): Promise<Download> {
  const { promise, resolve } = Promise.withResolvers<Download>();
  for (const tab of page.context().pages()) tab.once('download', resolve);
  page.context().once('page', (tab) => tab.once('download', resolve));
  return promise;
}

describe.skipIf(noBrowser)('in the browser', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'export-'));
  let browser: Browser;
  let bot: Bot;

  beforeAll(async () => {
    [browser, bot] = await Promise.all([
      launchBrowser(),
      startBot({ LOCAL_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await bot.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('a table becomes a file in three clicks', async () => {
    const { page, troubles } = await openChat(browser, bot.url);
    await ask(page, 'Revenue by region');
    await cardButton(page, 'More').click();
    await cardButton(page, 'Download').click();
    const openButton = cardButton(page, 'Open the Excel file');
    await openButton.waitFor();
    await screenshot(page, 'export');
    const downloading = whenDownloading(page);
    await openButton.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^\S.* \d{4}-\d\d-\d\d\.xlsx$/);
    const file = await readFile(await download.path());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(troubles).toEqual([]);
  });
});
