import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildPage } from '../build/buildPage.ts';
import { galleryCards } from './galleryCards.ts';
import { indexPage } from './indexPage.ts';
import { startGalleryChat } from './startGalleryChat.ts';
import { takePictures, widths } from './takePictures.ts';

const picturesFolder = join(import.meta.dirname, '../../.local/gallery');
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' }, teams: { type: 'boolean' } },
});

/** Shows every card in Web Chat, at each width, in light and dark, and saves pictures and a page to look at them. */
async function runGallery({
  locale,
  teams,
  only,
}: {
  locale?: string;
  teams?: boolean;
  only: readonly string[];
}) {
  const all = await galleryCards(locale, teams ? 'teams' : 'webchat');
  const cards = all.filter(({ name }) => only.length === 0 || only.includes(name));
  const folder = join(picturesFolder, locale ?? '', teams ? 'teams' : '');
  await mkdir(folder, { recursive: true });
  await buildPage();
  const chat = await startGalleryChat(
    new Map(cards.map(({ question, message }) => [question, message])),
  );
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const place = { url: chat.url, locale: locale ?? 'en-US', folder };
    const devices = Object.keys(widths) as (keyof typeof widths)[];
    const taken = await Promise.all(
      devices.map((device) => takePictures(browser, device, cards, place)),
    );
    const byName = cards.map(
      ({ name }) => [name, taken.flatMap((names) => names.get(name) ?? [])] as const,
    );
    await writeFile(join(folder, 'index.html'), indexPage(new Map(byName)));
    process.stdout.write(`${cards.length} cards: ${join(folder, 'index.html')}\n`);
  } finally {
    await browser.close();
    await chat.close();
  }
}

await runGallery({ ...values, only: positionals });
