import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser, screenshot } from '../support/browser.ts';
import { layoutFaults } from '../support/layoutFaults.ts';
import { noPlayground, type Playground, startPlayground } from '../support/playground.ts';
import { type Bot, startBot } from '../support/startBot.ts';

if (noPlayground) process.stderr.write(`${noPlayground}\n`);

/** What its log says of every card, whatever is in it. */
const known = /Full width control is not supported yet/;

describe.skipIf(noBrowser ?? noPlayground)('Microsoft’s own Teams client', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'playground-bot-'));
  const exceptions: string[] = [];
  let browser: Browser;
  let bot: Bot;
  let playground: Playground;
  let page: Page;

  beforeAll(async () => {
    [browser, bot] = await Promise.all([launchBrowser(), startBot({ LOCAL_DATA_DIR: dataDir })]);
    playground = await startPlayground(bot.url);
    page = await openPlayground();
  });
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), playground?.stop()]);
    await bot?.stop();
    rmSync(dataDir, { recursive: true });
  });

  async function openPlayground() {
    const context = await browser.newContext({ viewport: { width: 1200, height: 2000 } });
    // Fonts and telemetry of Microsoft's.
    await context.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    );
    const opened = await context.newPage();
    opened.on('pageerror', (error) => exceptions.push(String(error)));
    await opened.goto(playground.url);
    return opened;
  }

  const cards = () => page.locator('.ac-adaptiveCard');
  const newest = () => cards().last();
  const button = (title: RegExp) => newest().getByRole('button', { name: title }).first();

  /** The card that comes next. */
  async function next(act: () => Promise<void>): Promise<Locator> {
    const count = await cards().count();
    await act();
    await cards().nth(count).waitFor();
    return newest();
  }

  async function ask(question: string): Promise<Locator> {
    const box = page.locator('[contenteditable=true]').first();
    await box.click();
    await page.keyboard.type(question);
    return next(() => page.keyboard.press('Enter'));
  }

  /** A card of Teams' width, all of which can be read, and a picture of it for those who look. */
  async function expectWellSet(name: string) {
    await screenshot(page, `playground-${name}`);
    expect((await newest().boundingBox())?.width).toBe(446);
    expect(await layoutFaults(newest())).toEqual([]);
  }

  test('shows the welcome', async () => {
    await newest().waitFor({ timeout: 20_000 });
    await expectWellSet('welcome');
  });

  test('shows a table, and more of its rows', async () => {
    const answer = await ask('Who are our top 25 customers by revenue?');
    await answer.getByRole('table').waitFor();
    await expectWellSet('table');

    const firstRow = newest().getByRole('row').nth(1);
    const before = await firstRow.textContent();
    await button(/rows/i).click();
    await expect.poll(() => firstRow.textContent(), { timeout: 10_000 }).not.toBe(before);
    await expectWellSet('rows');
  });

  test('shows a chart, and the table in its place', async () => {
    await ask('Show me revenue by month this year');
    const chart = newest().locator('svg').first();
    await chart.waitFor();
    await expectWellSet('chart');
    await button(/table/i).click();
    await newest().getByRole('table').waitFor();
    await expectWellSet('chart-table');
  });

  test('opens the SQL', async () => {
    await button(/SQL/).click();
    await newest().getByText('SELECT').first().waitFor();
    await expectWellSet('sql');
  });

  test('has nothing to say against a card, and neither has the bot', async () => {
    const lines = (await page.locator('body').allInnerTexts()).join('\n').split('\n');
    const complaints = lines.filter((line) => /(?:warning|error):/i.test(line));
    expect(complaints.filter((line) => !known.test(line))).toEqual([]);
    expect(exceptions).toEqual([]);
    expect(bot.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
