import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { answerCard } from '../../src/cards/answer/answerCard.ts';
import type { OutgoingMessage } from '../../src/cards/parts/outgoingMessage.ts';
import { drawChart } from '../../src/charts/drawChart.ts';
import { galleryReader } from './galleryReader.ts';
import { peopleCards } from './peopleCards.ts';
import { type Recording, readRecording } from './readRecording.ts';
import { startGalleryChat } from './startGalleryChat.ts';

const answersFolder = join(import.meta.dirname, 'answers');
const pictureFolder = join(import.meta.dirname, '../../.local/gallery');
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const widths = { desktop: 1200, phone: 390 };
/** As high as the longest answer, so that nothing has to be scrolled into view. */
const height = 3000;
const margin = 16;
/** The page keeps the chat in the middle of a wide window. */
const chatWidth = 980;

/** What is clicked before more pictures are taken: everything a card hides at first. */
const hidden = {
  table: ['Show table'],
  sql: ['Show SQL'],
  more: ['Hide SQL', 'More'],
  understood: ['How this was understood'],
};

/** What is typed, and the card that comes back. */
interface Shown {
  question: string;
  message: OutgoingMessage;
  /** The card is complete once this appears. */
  lastText?: string;
}

/** Shows every card in Web Chat, on a desktop and on a phone, and saves pictures of it. */
async function takePictures(): Promise<void> {
  const only = process.argv[2];
  const all = new Map([...(await readAnswers()), ...commandCards()]);
  const shown = [...all].filter(([name]) => only === undefined || name === only);
  await mkdir(pictureFolder, { recursive: true });
  const chat = await startGalleryChat(
    new Map(shown.map(([, { question, message }]) => [question, message])),
  );
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, card] of shown) {
      await Promise.all(
        Object.entries(widths).map(([device, width]) =>
          takePicture(browser, chat.url, card, { width, path: `${name}-${device}` }),
        ),
      );
      process.stdout.write(`${join(pictureFolder, name)}-{${Object.keys(widths)}}.png\n`);
    }
  } finally {
    await browser.close();
    await chat.close();
  }
}

/** Every recorded answer, by its file's name. */
async function readAnswers(): Promise<[string, Shown][]> {
  const names = (await readdir(answersFolder)).map((file) => basename(file, '.json')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Shown]> => {
      const recording = await readRecording(join(answersFolder, `${name}.json`));
      const { question } = recording;
      return [name, { question, message: toMessage(recording), lastText: '4 s' }];
    }),
  );
}

/** The cards that aren't answers. */
function commandCards(): [string, Shown][] {
  return [...peopleCards].map(([question, message]) => [
    `card-${question.replaceAll(' ', '-')}`,
    { question, message },
  ]);
}

function toMessage({ question, locale, answer }: Recording) {
  return answerCard(answer, {
    ...galleryReader(locale),
    answerKey: 'gallery',
    question,
    spaceTitle: 'Sales',
    durationMs: 4_200,
    feedback: true,
    downloads: true,
    charts: { draw: drawChart },
  });
}

async function takePicture(
  browser: Browser,
  url: string,
  { question, lastText }: Shown,
  { width, path }: { width: number; path: string },
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.25 });
  await page.goto(url);
  const input = page.locator('.webchat__send-box-text-box__input:not([readonly])');
  await input.fill(question);
  await page.keyboard.press('Enter');
  const card = page.locator('.ac-adaptiveCard');
  await (lastText ? card.getByText(lastText).last() : card).waitFor();
  await save(path);
  for (const [state, titles] of Object.entries(hidden)) {
    let pressed = 0;
    for (const title of titles) {
      const button = card.getByRole('button', { name: title }).locator('visible=true').first();
      if (!(await button.isVisible())) continue;
      await button.click();
      pressed += 1;
    }
    if (pressed > 0) await save(`${path}-${state}`);
  }
  await page.close();

  async function save(name: string) {
    const box = await card.boundingBox();
    if (box === null) throw new Error(`No card answers “${question}”`);
    const x = Math.max(0, (width - chatWidth) / 2);
    const y = Math.max(0, box.y - margin - 90);
    await page.screenshot({
      path: join(pictureFolder, `${name}.png`),
      clip: { x, y, width: width - 2 * x, height: box.y + box.height - y + margin },
    });
  }
}

await takePictures();
