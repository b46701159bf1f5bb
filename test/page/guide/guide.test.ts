import fc from 'fast-check';
import { Lexer, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { clipLine } from '../../../src/cards/parts/plainText.ts';
import { createGuide } from '../../../src/page/guide/createGuide.ts';
import { guideHtml } from '../../../src/page/guide/guideHtml.ts';
import { guideMarkdown } from '../../../src/page/guide/guideMarkdown.ts';
import { createGuideRoutes, type GuideDeps } from '../../../src/page/guide/guideRoutes.ts';
import { PageError, type PageRequest } from '../../../src/page/route.ts';
import { languages } from '../../../src/texts/languages.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';
import { runs } from '../../support/runs.ts';
import { hostileText } from '../hostileText.ts';

const english = { texts: textsFor('en-US', 'en-US') };
const view = { spaceTitle: 'Sales', samples: ['Revenue by region', 'Top 5 products'] };
const htmlOf = (samples: readonly string[]) =>
  guideHtml(createGuide({ samples }, english), { nonce: 'abc' });

describe.each(Object.values(languages))('the guide in $tag', ({ tag }) => {
  const texts = textsFor(tag, 'en-US');
  const guide = createGuide(view, { texts });
  const [html, markdown] = [guideHtml(guide, { nonce: 'abc' }), guideMarkdown(guide)];

  it('says whose language it is in', () => {
    expect(html).toContain(`<html lang="${tag}" dir="ltr">`);
  });

  it('names its space, its samples, and the buttons and commands as they’re called', () => {
    const { chartPhrases, commands, answer, provenance } = texts;
    for (const words of [
      'Sales',
      ...view.samples,
      answer.showUnderstanding,
      answer.showSql,
      provenance.trusted,
      chartPhrases.line[0],
      chartPhrases.table[0],
      commands.reset.name,
      commands.info.name,
      commands.history.name,
      commands.history.help,
    ]) {
      expect(html).toContain(words);
      expect(markdown).toContain(words);
    }
  });

  it('is short enough for a page', () => {
    const words = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(markdown)];
    expect(words.filter(({ isWordLike }) => isWordLike).length).toBeLessThan(700);
  });

  it('has a table of what to say, and one of questions with better ones beside them', () => {
    const tables = new Lexer().lex(markdown).filter(({ type }) => type === 'table');
    const { say, better } = texts.guide;
    expect(tables.map((table) => (table as Tokens.Table).rows.length)).toEqual([
      say.parts.length,
      better.pairs.length,
    ]);
  });
});

describe('a sample', () => {
  it('leads to the chat page with its words, whatever they are', () => {
    fc.assert(
      fc.property(hostileText, (sample) => {
        const links = [...htmlOf([sample]).matchAll(/<a href="([^"]*)">/g)];
        const words = clipLine(sample, 300);
        expect(links).toHaveLength(words === '' ? 0 : 1);
        for (const [, href = ''] of links) {
          const url = new URL(href, 'https://bot.example');
          expect([url.origin, url.pathname]).toEqual(['https://bot.example', '/api/chat']);
          expect([...url.searchParams]).toEqual([['question', words]]);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('leads back to the chat that it’s read beside, in the language that the page was asked for', () => {
    const reader = { ...english, chatId: 'abc-1', locale: 'de&x' };
    const html = guideHtml(createGuide(view, reader), { nonce: 'abc' });
    const [, href = ''] = /<a href="([^"]*)">/.exec(html) ?? [];
    const url = new URL(href.replaceAll('&amp;', '&'), 'https://bot.example');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      question: view.samples[0],
      chat: 'abc-1',
      locale: 'de&x',
    });
  });

  it('leads nowhere from a file', () => {
    expect(guideMarkdown(createGuide(view, english))).not.toContain('/api/chat');
  });

  it('is one of a few, and without any there’s no heading for them', () => {
    const many = htmlOf(Array.from({ length: 50 }, (_, at) => `Question ${at}`));
    expect(many.match(/<a /g)).toHaveLength(8);
    expect(htmlOf(['', '\u202e'])).not.toContain(english.texts.guide.samples);
  });
});

it('the page has no script, and its one style has the nonce', () => {
  const html = htmlOf(['</style><script>alert(1)</script>']);
  expect(html).not.toMatch(/<script|<link| style=|javascript:/);
  expect(html.match(/<style[^>]*>/g)).toEqual(['<style nonce="abc">']);
});

describe('its address', () => {
  const asked = (search: string, describeSpace: GuideDeps['describeSpace'] = async () => view) => {
    const [route] = createGuideRoutes({
      describeSpace,
      frameAncestors: ['https://intranet.example'],
      clock: { now: () => Date.UTC(2026, 10, 28) },
    });
    const query = new URLSearchParams(search);
    return route?.handle({ query, ...english, locale: 'en-US' } as PageRequest);
  };

  it('answers with a page that can do nothing but look as it does', async () => {
    const [first, second] = [await asked(''), await asked('format=html')];
    const headers = first?.headers as Record<string, string>;
    const nonce = /nonce-([\w-]+)/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors https://intranet.example; style-src 'nonce-${nonce}'`,
    );
    expect(first?.body).toContain(`<style nonce="${nonce}">`);
    expect(second?.body).not.toContain(`nonce="${nonce}"`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('answers with a file', async () => {
    const file = await asked('format=markdown');
    const headers = file?.headers as Record<string, string>;
    expect(headers['content-disposition']).toContain('How to ask good questions 2026-11-28.md');
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(file?.body).toContain('# How to ask good questions');
  });

  it('asks about the chat that it’s given', async () => {
    const chats: (string | undefined)[] = [];
    const describeSpace: GuideDeps['describeSpace'] = async (_, chat) => {
      chats.push(chat);
      return view;
    };
    await asked('chat=abc', describeSpace);
    await asked('', describeSpace);
    expect(chats).toEqual(['abc', undefined]);
  });

  it('refuses other formats, and a chat that isn’t theirs', async () => {
    await expect(asked('format=pdf')).rejects.toMatchObject({ status: 400 });
    const missing = new PageError(404, 'not-found', 'There is no such chat');
    await expect(asked('', () => Promise.reject(missing))).rejects.toBe(missing);
  });
});
