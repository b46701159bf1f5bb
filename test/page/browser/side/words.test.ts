import { describe, expect, it } from 'vitest';

type Words = Record<string, string>;

const folder = '../../../../src/page/browser/';
const load = (path: string) => import(new URL(folder + path, import.meta.url).href);
const { texts } = (await load('texts.js')) as { texts: Record<string, unknown> };
const { sideWords } = (await load('side/words/sideWords.js')) as {
  sideWords: Record<string, Words>;
};
const { fill } = (await load('side/parts/fill.js')) as {
  fill(text: string, values: Record<string, unknown>): string;
};
const { describeCount } = (await load('side/list/describeCount.js')) as {
  describeCount(count: Record<string, unknown>): string;
};

const english = sideWords['en'] ?? {};
const placesIn = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the side', () => {
  it('are there in each language of the page', () => {
    expect(Object.keys(sideWords)).toEqual(Object.keys(texts));
  });

  it.each(Object.entries(sideWords))(
    'are all there in %s, and name the same things',
    (_, words) => {
      expect(Object.keys(words)).toEqual(Object.keys(english));
      expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
      for (const [key, text] of Object.entries(words)) {
        expect([key, placesIn(text)]).toEqual([key, placesIn(english[key])]);
      }
    },
  );

  it.each(Object.entries(sideWords).filter(([tag]) => tag !== 'en'))(
    'aren’t left in English in %s',
    (_, words) => {
      const same = Object.keys(english).filter((key) => words[key] === english[key]);
      expect(same).toEqual(same.filter((key) => ['oneChat', 'manyChats'].includes(key)));
    },
  );

  it('take values once, whatever is in them', () => {
    expect(fill('{a} and {b}, {c}', { a: '{b} $&', b: '$1' })).toBe('{b} $& and $1, {c}');
  });
});

describe('the number of chats', () => {
  const say = (language: string, count: number, more = {}) =>
    describeCount({
      count,
      search: 'x',
      hasMore: false,
      words: sideWords[language],
      language,
      ...more,
    });

  it.each([
    ['en', 1, '1 chat'],
    ['en', 2, '2 chats'],
    ['en', 0, 'No chats with “x”'],
    ['de', 1, '1 Chat'],
    ['de', 21, '21 Chats'],
    ['fr', 2, '2 chats'],
    ['pt-BR', 0, 'Nenhum chat com “x”'],
    ['ja', 1, '1 件のチャット'],
    ['zh-Hans', 3, '3 个聊天'],
  ])('is said in %s for %d', (language, count, said) => {
    expect(say(language, count)).toBe(said);
  });

  it('isn’t claimed where there are more', () => {
    expect(say('en', 30, { hasMore: true })).toBe('More than 30 chats');
  });

  it('isn’t worth a word where nobody searches', () => {
    expect(say('en', 3, { search: '' })).toBe('');
    expect(say('en', 0, { search: '' })).toBe('Your chats will be listed here.');
  });
});
