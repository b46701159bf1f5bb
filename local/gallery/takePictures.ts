import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Shown } from './galleryCards.ts';

/** The page on a desktop, as wide as a card in Teams, and on the smallest phone. */
export const widths = { desktop: 1200, teams: 446, phone: 320 };

const schemes = ['light', 'dark'] as const;

/** As high as the longest answer, so that nothing has to be scrolled into view. */
const height = 3000;
const margin = 16;
/** The page keeps the chat in the middle of a wide window. */
const chatWidth = 980;

interface Place {
  url: string;
  locale: string;
  folder: string;
}

/**
 * Asks for one card after the other in one window, and saves pictures of each: as it comes, and with all of it opened.
 *
 * @returns the pictures' names by the card's
 */
export async function takePictures(
  browser: Browser,
  device: keyof typeof widths,
  cards: readonly Shown[],
  { url, locale, folder }: Place,
): Promise<Map<string, string[]>> {
  const width = widths[device];
  const page = await browser.newPage({ viewport: { width, height }, locale });
  await page.goto(url);
  await page.locator('.webchat__send-box-text-box__input:not([readonly])').waitFor();
  const taken = new Map<string, string[]>();
  for (const { name, question } of cards) {
    const card = await ask(page, question);
    const names = await save(card, `${name}-${device}`);
    if (await openAll(card)) names.push(...(await save(card, `${name}-${device}-open`)));
    taken.set(name, names);
  }
  await page.close();
  return taken;

  async function save(card: Locator, name: string): Promise<string[]> {
    const x = Math.max(0, (width - chatWidth) / 2);
    const names: string[] = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const box = await card.boundingBox();
      if (box === null) throw new Error(`Nothing to see of “${name}”`);
      const y = Math.max(0, box.y - margin);
      const clip = { x, y, width: width - 2 * x, height: box.y + box.height - y + margin };
      const file = `${name}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), clip });
      names.push(file);
    }
    return names;
  }
}

async function ask(page: Page, question: string): Promise<Locator> {
  const cards = page.locator('.ac-adaptiveCard');
  const count = await cards.count();
  await page.locator('.webchat__send-box-text-box__input').fill(question);
  await page.keyboard.press('Enter');
  const card = cards.nth(count);
  await card.waitFor();
  // Once the transcript stands still at its end.
  await page.locator('.webchat__scroll-to-end-button').waitFor({ state: 'detached' });
  return card;
}

/** Presses each button that shows more of a card, in whatever language; a toggle once. Tells whether there was any. */
async function openAll(card: Locator): Promise<boolean> {
  const pressed = new Set<string>();
  for (;;) {
    const next = await nextToggle(card, pressed);
    if (next === undefined) return pressed.size > 0;
    await next.click();
  }
}

async function nextToggle(card: Locator, pressed: Set<string>): Promise<Locator | undefined> {
  for (const toggle of await card.locator('.ac-pushButton[aria-controls]:visible').all()) {
    const opens = (await toggle.getAttribute('aria-controls'))?.split(' ').sort().join(' ') ?? '';
    if (pressed.has(opens)) continue;
    pressed.add(opens);
    return toggle;
  }
  return undefined;
}
