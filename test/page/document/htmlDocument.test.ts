import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/cards/parts/plainText.ts';
import { decodeEntities } from '../../../src/common/decodeEntities.ts';
import { type Block, heading, note, paragraph } from '../../../src/page/document/block.ts';
import { htmlDocument } from '../../../src/page/document/htmlDocument.ts';
import { htmlPage } from '../../../src/page/document/htmlPage.ts';
import { readMarkdown } from '../../../src/page/document/readMarkdown.ts';
import { runs } from '../../support/runs.ts';
import { hostileText } from '../hostileText.ts';

const write = (...blocks: Block[]) => [...htmlDocument(blocks)].join('');

/** Every tag that we write, in each form that it has. */
const ours =
  /<\/?(?:section|h[1-6]|p|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|div|details|summary|strong|em|s|br|a|img)(?: (?:class|scope|dir|tabindex|role|start|href|src|alt|aria-label)="[^"<>]*")*>/g;

const shownAs = (text: string) => visibleText(text).replace(/\s+/g, ' ').trim();
const wordsOf = (html: string) => shownAs(decodeEntities(html.replace(ours, ' ')));

const blocksOf = (text: string): Block[] => [
  heading(2, text),
  paragraph(text, { isBold: true, isCode: true }),
  note(text),
  { type: 'quote', blocks: [paragraph(text)] },
  { type: 'list', start: 3, items: [[paragraph(text), paragraph(text)], []] },
  { type: 'code', text, language: 'sql' },
  { type: 'picture', url: 'data:image/png;base64,AA', altText: text },
  { type: 'details', summary: text, blocks: [paragraph(text)] },
  {
    type: 'table',
    name: text,
    columns: [{ heading: text }, { heading: text }],
    rows: [[text, '1']],
  },
  { type: 'text-table', columns: [{ runs: [{ text }] }], rows: [[[{ text, isStruck: true }]]] },
  { type: 'section', isRightToLeft: true, blocks: readMarkdown(text) },
];

it('data is text in every element and every attribute', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const left = write(...blocksOf(text)).replace(ours, '');
      expect(left).not.toMatch(/[<>"]/);
      expect(wordsOf(write(paragraph(text)))).toBe(shownAs(decodeEntities(text)) && shownAs(text));
    }),
    { numRuns: runs(1_000) },
  );
});

describe('a table', () => {
  it('has a head that says whose its columns are, and figures at the right', () => {
    const html = write({
      type: 'table',
      name: 'Revenue',
      columns: [{ heading: 'Region' }, { heading: 'Revenue', isRight: true }],
      rows: [['<EMEA>', '1,204']],
    });
    expect(html).toContain('<th scope="col">Region</th><th scope="col" class="n">Revenue</th>');
    expect(html).toContain('<tr><td>&lt;EMEA&gt;</td><td class="n">1,204</td></tr>');
  });
});

it('only the addresses that we make ourselves are links', () => {
  const [link] = [{ text: '<b>', href: '/api/chat?question=%3Cb%3E' }];
  expect(write({ type: 'paragraph', runs: link ? [link] : [] })).toBe(
    '<p><a href="/api/chat?question=%3Cb%3E">&lt;b&gt;</a></p>\n',
  );
  expect(write(...readMarkdown('[a](https://evil.example) https://evil.example'))).not.toMatch(
    /href|src/,
  );
});

describe('a page', () => {
  const page = [
    ...htmlPage({
      language: 'ja',
      title: '</title><script>',
      policy: "default-src 'none'",
      body: ['<p>x</p>'],
    }),
  ].join('');

  it('says its language, its direction and what it can do before anything else', () => {
    expect(page).toMatch(
      /^<!doctype html>\n<html lang="ja" dir="ltr">\n<head>\n<meta charset="utf-8">/,
    );
    const policy = page.indexOf('http-equiv="Content-Security-Policy"');
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(page.indexOf('<title>'));
    expect(policy).toBeLessThan(page.indexOf('<style'));
  });

  it('has a title that is text, and no script', () => {
    expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
    expect(page).not.toContain('<script');
  });
});
