import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  cardButton,
  launchBrowser,
  noBrowser,
  openChat,
  readTable,
  screenshot,
  tabOpenedBy,
} from '../support/browser.ts';
import { type Bot, startBot } from '../support/startBot.ts';

const question = 'Revenue by region';

describe.skipIf(noBrowser)('two people with nothing but npm start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'two-people-'));
  let browser: Browser;
  let bot: Bot;
  beforeAll(async () => {
    const env = { LOCAL_DATA_DIR: dataDir, GENIE_IDENTITY: 'person' };
    [browser, bot] = await Promise.all([launchBrowser(), startBot(env)]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), bot.stop()]);
    rmSync(dataDir, { recursive: true });
  });

  /** Asks before signing in; what was asked is answered after. */
  async function askAs(name: string): Promise<{ page: Page; rows: string[][] }> {
    const { page, troubles } = await openChat(browser, bot.url);
    await ask(page, question);
    const signIn = await tabOpenedBy(page, () => cardButton(page, 'Sign in').click());
    await signIn.getByRole('button', { name }).click();
    await signIn.getByText('You can close this window').waitFor();
    await page.getByText(`You’re signed in as ${name}`).first().waitFor();
    const [, ...rows] = await readTable(page);
    expect(troubles).toEqual([]);
    return { page, rows };
  }

  test('are told whom they can be', () => {
    expect(bot.output()).toContain(
      'In the demo you can sign in as Ada Lovelace (all regions) or Erik Lindqvist (Europe only).',
    );
  });

  test('ask one question in two windows, and get two answers', async () => {
    const [ada, erik] = await Promise.all([askAs('Ada Lovelace'), askAs('Erik Lindqvist')]);
    await Promise.all([
      screenshot(ada.page, 'two-people-ada'),
      screenshot(erik.page, 'two-people-erik'),
    ]);

    const europe = ada.rows.filter(([region]) => region === 'Europe');
    expect(ada.rows).toHaveLength(6);
    expect(europe).toHaveLength(1);
    expect(erik.rows).toEqual(europe);
    expect(await erik.page.locator('#chat').textContent()).not.toContain('Asia Pacific');
    for (const { page } of [ada, erik]) {
      expect(await page.locator('.webchat__bubble--from-user').count()).toBe(1);
    }
    expect(bot.log.filter(({ event }) => event === 'question.ended')).toHaveLength(2);
    expect(bot.output()).not.toMatch(/eyJ[\w-]+\.eyJ/);

    await ask(erik.page, 'Revenue in Japan');
    await expect
      .poll(() => erik.page.locator('#chat').textContent(), { timeout: 15_000 })
      .toMatch(/no data for the revenue/);
  });
});
