import { expect, it } from 'vitest';
import { createGrammar } from '../../src/texts/grammar.ts';
import { type Language, languages } from '../../src/texts/languages.ts';
import { walkTexts } from './walkTexts.ts';

const sayings = ({ tag, texts }: Language) =>
  walkTexts(texts(createGrammar(tag, tag))).map(({ said }) => said);

it('French keeps its marks with the words they belong to: a line never begins with one', () => {
  const loose = /[^\u00A0\u202F][;!?»]|«[^\u00A0\u202F]|[^\u00A0]:(?=\s|$)/;
  expect(sayings(languages.fr).filter((text) => loose.test(text))).toEqual([]);
});

it('German quotes „so“', () => {
  const foreign = /”|“[\p{L}\p{N}‹]|[«»]/u;
  expect(sayings(languages.de).filter((text) => foreign.test(text))).toEqual([]);
});
