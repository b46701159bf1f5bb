import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSampleQuestions } from '../../src/gateway/readSampleQuestions.ts';

it('reads the readable sample questions in a space’s definition', () => {
  const sample_questions = [
    { id: '1', question: ['Revenue ', 'by region?'] },
    { id: '2', question: 'no list' },
    { id: '3', question: [' '] },
    { id: '4', question: ['Top products?'] },
  ];
  const definition = JSON.stringify({ version: 2, config: { sample_questions } });
  expect(readSampleQuestions(definition)).toEqual(['Revenue  by region?', 'Top products?']);
});

it.each([undefined, '', '{', '[]', '{}', '{"config":{}}', '{"config":{"sample_questions":7}}'])(
  'finds none in %j',
  (definition) => {
    expect(readSampleQuestions(definition)).toEqual([]);
  },
);

it('survives any JSON', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(readSampleQuestions(`{"config":{"sample_questions":${json}}}`)).toBeInstanceOf(Array);
    }),
  );
});
