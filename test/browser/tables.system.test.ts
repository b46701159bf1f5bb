import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerColumn } from '../../src/answers/answer.ts';
import { tableElement } from '../../src/cards/answer/tableElement.ts';
import type { CardElement } from '../../src/cards/parts/adaptiveCard.ts';
import { cardLimitSteps } from '../../src/cards/parts/cardLimits.ts';
import { aTable } from '../cards/answer/anAnswer.ts';
import { launchBrowser, noBrowser } from '../support/browser.ts';
import { testReader } from '../support/testReader.ts';

/** How Teams and the chat page draw cards, as measured in them: the padding of the card and of a cell, and small text. */
const clients = {
  Teams: { padding: 16, cell: '8px', border: 1, small: 12 },
  'Web Chat': { padding: 26, cell: '6px 2px 6px 5px', border: 0, small: 13 },
};
const widths = [446, 320];

interface Kind {
  names: string[];
  type: string;
  scale?: number;
  values: (string | null)[];
}

/** What tables hold: what is written long, and what a client could break in the middle. */
const kinds: readonly Kind[] = [
  {
    names: ['region', 'Kontinent', 'sales_territory'],
    type: 'STRING',
    values: ['Europe', 'North America', 'Total'],
  },
  {
    names: ['product_name', 'category'],
    type: 'STRING',
    values: ['Office Supplies', 'Vegan Pizza Margherita'],
  },
  {
    names: ['Versicherungsgesellschaft', 'Umsatzsteuervoranmeldung'],
    type: 'STRING',
    values: ['Donaudampfschifffahrtsgesellschaft', 'Kfz-Haftpflichtversicherung'],
  },
  {
    names: ['email', 'contact'],
    type: 'STRING',
    values: ['ada.lovelace@analytical-engines.example.com', 'a@b.c'],
  },
  {
    names: ['地域', '製品カテゴリ'],
    type: 'STRING',
    values: ['ヨーロッパ、中東、アフリカ', '東京都'],
  },
  { names: ['quarter', 'Q1_2026'], type: 'STRING', values: ['2024-Q1', '2026-Q4'] },
  {
    names: ['iban', 'account'],
    type: 'STRING',
    values: ['DE89370400440532013000', '12345678901234567890'],
  },
  {
    names: ['revenue', 'total_amount'],
    type: 'DECIMAL',
    scale: 2,
    values: ['1204331.5', '-18675.93', null],
  },
  {
    names: ['revenue_usd', 'totalRevenueEUR'],
    type: 'DECIMAL',
    scale: 2,
    values: ['-123456789012.5', '7', '0.01'],
  },
  { names: ['share_pct', 'yoy_growth_pct'], type: 'DOUBLE', values: ['59', '-47.826087', '100'] },
  {
    names: ['orders', 'order_count', 'SUM(quantity)'],
    type: 'LONG',
    values: ['4', '123456', '-7'],
  },
  { names: ['exact'], type: 'DECIMAL', scale: 6, values: ['12345678901234567890.123456', '1'] },
  {
    names: ['conversion', 'avg_order_value'],
    type: 'DOUBLE',
    values: ['0.00012', '5000', '412.0833333333'],
  },
  {
    names: ['customer_id', 'o_orderkey'],
    type: 'LONG',
    values: ['10000001', '9223372036854775807'],
  },
  { names: ['order_date', 'Bestelldatum'], type: 'DATE', values: ['2026-11-28', '2024-01-05'] },
  {
    names: ['opened_at'],
    type: 'TIMESTAMP',
    values: ['2026-09-30T22:30:45Z', '2024-01-05T00:00:00Z'],
  },
  { names: ['unit_price', 'unitPrice', 'UNIT_PRICE'], type: 'DOUBLE', values: ['3.5', '12'] },
  {
    names: ['AVERAGE_LIFETIME_VALUE', 'customer_lifetime_value_segment_of_last_year'],
    type: 'INT',
    values: ['12'],
  },
];
const locales = ['en-US', 'de-DE', 'fr-FR', 'ja-JP', 'pt-BR'];

interface Sample {
  name: string;
  elements: CardElement[];
}

/** Tables of one to eight columns; each kind comes first, last, and beside each other kind. */
function makeSamples(): Sample[] {
  const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;
  const [limits] = cardLimitSteps;
  return Array.from({ length: 260 }, (_, seed) => {
    const picked = Array.from({ length: 1 + (seed % 8) }, (_, column) =>
      at(kinds, seed * 5 + column * (1 + (seed % 17)) + Math.floor(seed / 18)),
    );
    const columns = picked.map(
      ({ names, type, scale }, column): AnswerColumn => ({
        name: at(names, seed + column),
        type,
        ...(scale !== undefined && { scale }),
      }),
    );
    const rows = [0, 1, 2].map((row) =>
      picked.map(({ values }, column) => at(values, row + column)),
    );
    const reader = testReader('teams', { locale: at(locales, seed), timeZone: 'Europe/Berlin' });
    const { element } = tableElement(aTable({ columns, rows }), { ...reader, limits });
    return { name: columns.map(({ name }) => name).join(', '), elements: [element] };
  });
}

describe.skipIf(noBrowser)('a table in a card', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    const library = join(import.meta.dirname, '../../node_modules/adaptivecards/dist');
    await page.addScriptTag({ path: join(library, 'adaptivecards.min.js') });
  });
  afterAll(() => browser.close());

  test.each(
    Object.keys(clients).flatMap((client) => widths.map((width) => [client, width] as const)),
  )('breaks no number and no word of a heading in %s at %i px', async (client, width) => {
    const look = clients[client as keyof typeof clients];
    const broken = await findBroken(page, makeSamples(), { ...look, width });
    expect(broken).toEqual([]);
  });

  test('is measured by a ruler that finds what is broken', async () => {
    const text = (words: string) => ({ type: 'TextBlock' as const, text: words, wrap: true });
    const cell = (words: string) => ({ type: 'TableCell' as const, items: [text(words)] });
    const row = { type: 'TableRow' as const, cells: ['1,204,331.50', 'Revenue'].map(cell) };
    const table = { type: 'Table', columns: [{ width: 1 }, { width: 9 }], rows: [row, row] };
    const samples = [{ name: 'narrow', elements: [table as never] }];
    const broken = await findBroken(page, samples, { ...clients.Teams, width: 320 });
    expect(broken).toEqual(['narrow: 1,204,331.50', 'narrow: 1,204,331.50']);
  });
});

type Look = (typeof clients)['Teams'] & { width: number };

/** The words that stand on two lines: of headings all, of the rest the numbers. */
function findBroken(page: Page, samples: readonly Sample[], look: Look): Promise<string[]> {
  return page.evaluate(`(${ruler})(${JSON.stringify({ samples, look })})`);
}

/** Runs in the page. A break between two characters of a script without spaces breaks no word. */
const ruler = String.raw`({ samples, look }) => {
  const { AdaptiveCard, HostConfig } = AdaptiveCards;
  const config = new HostConfig({
    fontFamily: 'Segoe UI, Noto Sans, sans-serif',
    spacing: { padding: look.padding },
    fontSizes: { small: look.small, default: 14 },
  });
  document.body.innerHTML =
    '<style>[role=cell],[role=columnheader]{padding:' + look.cell + '!important;border-left-width:' +
    look.border + 'px!important}*{overflow-wrap:anywhere}</style>';
  const broken = [];
  for (const { name, elements } of samples) {
    const card = new AdaptiveCard();
    card.hostConfig = config;
    card.parse({ type: 'AdaptiveCard', version: '1.5', body: elements });
    const place = document.createElement('div');
    place.style.width = look.width + 'px';
    document.body.append(place);
    place.append(card.render());
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const isHeading = node.parentElement.closest('[role=columnheader]') !== null;
      const names = [...node.data.matchAll(/(?:^|· )([^·]*?):/g)];
      for (const { 0: word, index } of node.data.matchAll(/[^\s​]+/g)) {
        const isName =
          !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) &&
          names.some((pair) => index >= pair.index && index < pair.index + pair[0].length);
        const isNumber = /\d/.test(word) && !/\p{L}/u.test(word);
        if (!isHeading && !isName && !isNumber) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(name + ': ' + word);
      }
    }
    place.remove();
  }
  return broken;
}`;
