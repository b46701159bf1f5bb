import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why there can be no browser tests here; `undefined` where there can. */
export const noBrowser: string | undefined = existsSync(executablePath)
  ? undefined
  : `Browser tests are skipped: there is no Chromium at ${executablePath} (CHROMIUM_PATH moves it).`;

// Each file of browser tests says so when it is loaded.
if (noBrowser) process.stderr.write(`${noBrowser}\n`);

export const desktop = { width: 1200, height: 900 };
export const phone = { width: 390, height: 800 };

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Web Chat says so, and then names the action, of every toggle that the card itself has just carried out. */
const toggleNoise = 'Web Chat: received unknown action from Adaptive Cards';

/** The console names what was blocked, but not what a document that isn't shown would have done. */
const reportViolations = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));`;

const isViolation = (trouble: string) => /^CSP: |Content Security Policy/.test(trouble);

export interface OpenChat {
  page: Page;
  /** What a well-behaved page has none of: console errors, exceptions, CSP violations, requests to other hosts. */
  troubles: string[];
}

/** Opens the chat as a new person; `options` are about the browser of that person. */
export async function openChat(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = desktop,
  options: BrowserContextOptions = {},
): Promise<OpenChat> {
  const context = await browser.newContext({ viewport, locale: 'en-US', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  let isToggle = false;
  page.on('console', (message) => {
    const namesToggle = isToggle;
    isToggle = message.text().includes(toggleNoise);
    if (isToggle || namesToggle) return;
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  // No test has to ask: what the page's policy forbids is nowhere in order.
  if (expect.getState().currentTestName !== undefined) {
    onTestFinished(() => expect(troubles.filter(isViolation)).toEqual([]));
  }
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(url).origin) troubles.push(request.url());
  });
  await page.addInitScript(reportViolations);
  await page.goto(url);
  await whenOpen(page);
  return { page, troubles };
}

/** The send box is there. What is sent before Web Chat is connected goes out when it is. */
export async function whenOpen(page: Page): Promise<void> {
  await page.locator('.webchat__send-box-text-box__input').waitFor();
}

/** The tab that something opens. */
export async function tabOpenedBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), act()]);
  return tab;
}

/** Types a question and sends it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.locator('.webchat__send-box-text-box__input').fill(text);
  await page.keyboard.press('Enter');
}

/** The rows of the newest table, headers first, as they are read. */
export async function readTable(page: Page): Promise<string[][]> {
  const rows = page.locator('.ac-adaptiveCard [role="table"]').last().locator('[role="row"]');
  await rows.last().waitFor();
  return Promise.all((await rows.all()).map((row) => row.locator('> *').allInnerTexts()));
}

/** A button of the newest card that has one with this title. Screen readers have copies, which are not it. */
export function cardButton(page: Page, title: string): Locator {
  return page.locator('.ac-pushButton', { hasText: title }).last();
}

/** Keeps a picture of the page under `.local/screenshots` and says where. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(import.meta.dirname, '../../.local/screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
