import { describe, expect, it } from 'vitest';
import { createGrammar } from '../../src/texts/grammar.ts';
import { type Language, languages } from '../../src/texts/languages.ts';
import { walkTexts } from './walkTexts.ts';

const speak = ({ tag, texts }: Language) => walkTexts(texts(createGrammar(tag, tag)));
const english = speak(languages.en);
const all = Object.values<Language>(languages).map((language) => ({
  ...language,
  said: speak(language),
}));
const others = all.filter(({ tag }) => tag !== 'en');

/** What people can type: each language has its own, as many as it needs. */
const isTyped = (path: string) => /\.(?:sayings|typed)\b|^chartPhrases\b/.test(path);

/** Sentences that another language has in the same words. */
const sameInOthers: ReadonlySet<string> = new Set();

/** Those that don't hold, with the words. */
const failing = (texts: typeof english, isWrong: (said: string) => boolean) =>
  texts.filter(({ path, said }) => !isTyped(path) && isWrong(said));

it('there are texts at all', () => {
  expect(english.length).toBeGreaterThan(200);
});

describe.each(all)('the texts in $tag', ({ tag, said }) => {
  it('are none of them empty, and show no value that isn’t there', () => {
    const hasNothing = (text: string) =>
      text.trim() === '' || /\b(?:undefined|null|NaN)\b|\[object|\{\{|function|=>/.test(text);
    expect(failing(said, hasNothing)).toEqual([]);
  });

  it('have no space too many', () => {
    expect(
      failing(said, (text) => / {2}|^\s|\s$| [.,;!?](?=\s|$)/.test(spaced(text, tag))),
    ).toEqual([]);
  });

  it('have the apostrophes and quotation marks of print', () => {
    expect(failing(said, (text) => /['"]/.test(text))).toEqual([]);
  });
});

/** French has spaces before its marks. */
function spaced(text: string, tag: string): string {
  return tag.startsWith('fr') ? text.replace(/[ \u00A0\u202F](?=[;!?])/g, '') : text;
}

describe.each(others)('beside English, the texts in $tag', ({ said }) => {
  it('are the same ones', () => {
    const paths = (texts: typeof english) =>
      [...new Set(texts.map(({ path }) => path))].filter((path) => !isTyped(path)).sort();
    expect(paths(said)).toEqual(paths(english));
  });

  it('show every argument that English shows', () => {
    const hidden = english.flatMap(({ path, number, shows }) => {
      const same = said.find((text) => text.path === path && text.number === number);
      const missing = shows.filter((name) => !same?.shows.includes(name));
      return missing.length > 0 ? [{ path, number, missing }] : [];
    });
    expect(hidden).toEqual([]);
  });

  it('are translated', () => {
    const byPath = new Map(english.map((text) => [`${text.path} ${text.number}`, text.said]));
    const isSentence = (text: string) => text.split(' ').length >= 4;
    const same = said.filter(
      ({ path, number, said: text }) =>
        isSentence(text) && byPath.get(`${path} ${number}`) === text && !sameInOthers.has(path),
    );
    expect(same).toEqual([]);
  });
});
