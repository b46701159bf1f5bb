import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/drawChart.ts';
import { createGuideRoutes } from '../../src/page/guide/guideRoutes.ts';
import type { PageRequest } from '../../src/page/route.ts';
import { transcriptHtml } from '../../src/page/transcript/transcriptHtml.ts';
import { languages } from '../../src/texts/languages.ts';
import { textsFor } from '../../src/texts/textsFor.ts';
import { anAnswer, aTable } from '../cards/answer/anAnswer.ts';
import { answered, aReader, aTranscript, aTurn } from '../page/transcript/aTranscript.ts';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser, noBrowser } from '../support/browser.ts';

const hostile = [
  '<script>document.title = "run"</script>',
  '<img src="https://evil.example/p.png" onerror="document.title = \'run\'">',
  '"><iframe src="https://evil.example"></iframe>',
  '</style><script>document.title = "run"</script>',
  '[x](javascript:alert(1)) https://evil.example',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
];
const text = hostile.join('\n\n');
const bars = [...'ABCDE'].map((name, at) => [`${name} ${hostile[at]}`, String(1_000 + at)]);
const wide = {
  columns: Array.from({ length: 14 }, (_, at) => ({
    name: `some_column_${at}`,
    type: at % 3 ? 'STRING' : 'DOUBLE',
  })),
  rows: Array.from({ length: 120 }, (_, row) =>
    Array.from({ length: 14 }, (_, at) => (at % 3 ? `value ${row}` : String(row * 1_234.5))),
  ),
};
const transcript = aTranscript(
  [
    answered(
      text,
      anAnswer({
        texts: [text, '| a | b |\n| --- | --- |\n| <b>x</b> | y |'],
        questionBack: text,
        suggestions: hostile,
        citations: [{ title: text, url: 'https://evil.example' }],
        tables: [
          aTable({ title: text, description: text, sql: `SELECT '${text}'`, rows: bars }),
          aTable({ title: 'Wide', ...wide }),
        ],
      }),
    ),
    answered('ما هي الإيرادات؟', anAnswer({ texts: ['ارتفعت الإيرادات.'] })),
    aTurn(undefined, { kind: 'failure', text }),
  ],
  { title: text, spaceTitle: text },
);

const sizes = [
  { width: 1200, height: 900 },
  { width: 446, height: 900 },
  { width: 320, height: 700 },
];

describe.skipIf(noBrowser)('in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** A page, and what a well-behaved one has none of. */
  async function open(
    url: string,
    options: { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<{ page: Page; troubles: string[] }> {
    const page = await (await browser.newContext(options)).newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) troubles.push(request.url());
    });
    page.on('dialog', (dialog) => troubles.push(dialog.message()));
    await page.goto(url);
    return { page, troubles };
  }

  const sideways = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - innerWidth');

  describe('a chat that was saved', () => {
    let url: string;
    beforeAll(async () => {
      const path = join(folder, 'chat.html');
      await writeFile(
        path,
        [...transcriptHtml(transcript, { ...aReader(), draw: drawChart })].join(''),
      );
      url = pathToFileURL(path).href;
    });

    it.each(sizes)('runs nothing, loads nothing and fits, at $width pixels', async (viewport) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, troubles } = await open(url, { viewport, colorScheme });
        expect(await page.title()).toContain('<script>');
        expect(await page.locator('script, iframe, object, link, form, a').count()).toBe(0);
        expect(await sideways(page)).toBe(0);
        expect(await page.getByText(hostile[0] ?? '').count()).toBeGreaterThan(3);
        expect(troubles).toEqual([]);
        await page.context().close();
      }
    });

    it('shows its charts', async () => {
      const { page } = await open(url);
      const widths = await page.evaluate('[...document.images].map((image) => image.naturalWidth)');
      expect(widths).toEqual([480]);
      expect(await page.locator('img').getAttribute('alt')).toContain('Bar chart of Revenue');
      await page.context().close();
    });

    it('can be used by everyone', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await open(url, { colorScheme });
        for (const summary of await page.locator('summary').all()) await summary.click();
        // Its policy lets no script in, so the tools look at a page that has none of it.
        const content = (await page.content()).replace(/<meta http-equiv="Content[^>]*>/, '');
        await page.goto('about:blank');
        await page.setContent(content);
        expect(await seriousFindings(page)).toEqual([]);
        await page.context().close();
      }
    });

    it('is printed with what is behind its buttons, in dark ink, however wide its tables are', async () => {
      const { page } = await open(url, {
        colorScheme: 'dark',
        viewport: { width: 700, height: 900 },
      });
      await page.emulateMedia({ media: 'print' });
      expect(await sideways(page)).toBe(0);
      // A number stays on one line.
      const lines = await page.evaluate(
        '[...document.querySelectorAll(".wide .n")].map((cell) => { const range = document.createRange(); range.selectNodeContents(cell); return range.getClientRects().length; })',
      );
      expect(new Set(lines as number[])).toEqual(new Set([1]));
      expect(await page.locator('pre').first().isVisible()).toBe(true);
      const sizes = await page.evaluate(
        '[...document.querySelectorAll("pre")].map((each) => each.getBoundingClientRect().height > 20)',
      );
      expect(sizes).not.toContain(false);
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
      expect(await page.evaluate('getComputedStyle(document.querySelector("thead")).display')).toBe(
        'table-header-group',
      );
      await page.context().close();
    });
  });

  describe('the guide', () => {
    let server: Server;
    let origin: string;
    beforeAll(async () => {
      const [route] = createGuideRoutes({
        describeSpace: async () => ({
          spaceTitle: text,
          samples: ['Revenue by region', ...hostile],
        }),
        frameAncestors: [],
        clock: { now: () => 0 },
      });
      server = createServer(async (request, response) => {
        const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://localhost');
        const texts = textsFor(query.get('locale') ?? 'en', 'en-US');
        const answer =
          pathname === '/api/chat/guide'
            ? await route?.handle({ query, texts } as PageRequest)
            : { headers: {}, body: 'the chat page' };
        response.writeHead(200, answer?.headers as Record<string, string>).end(answer?.body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.close();
    });

    it.each(Object.values(languages))(
      'fits and breaks none of its rules in $tag',
      async ({ tag }) => {
        for (const viewport of sizes) {
          const { page, troubles } = await open(`${origin}/api/chat/guide?locale=${tag}`, {
            viewport,
          });
          expect(await sideways(page)).toBe(0);
          // The style has the nonce that the policy names.
          expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
          expect(troubles).toEqual([]);
          await page.context().close();
        }
      },
    );

    it('can be used by everyone', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(`${origin}/api/chat/guide`);
        expect(await seriousFindings(page)).toEqual([]);
        await context.close();
      }
    });

    it('leads with a sample to the chat page', async () => {
      const { page } = await open(`${origin}/api/chat/guide`);
      await page.getByRole('link', { name: 'Revenue by region' }).click();
      expect(page.url()).toBe(`${origin}/api/chat?question=Revenue%20by%20region`);
      await page.context().close();
    });
  });
});
