import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { salesModel } from '../../../../local/demo/models/salesModel.ts';
import { spaces } from '../../../../local/demo/spaces.ts';
import { runs } from '../../../support/runs.ts';
import { askDirectly } from './askDirectly.ts';

const measures = salesModel.measures.map(({ noun }) => noun);
const dimensions = salesModel.dimensions.map(({ noun }) => noun);
const restrictions = ['', 'for Europe', 'for Vegan Pizza', 'without Retail'];
const periods = [
  '',
  'this year',
  'last month',
  'in 2025',
  'in the last 6 weeks',
  'since last year',
];

const question = fc
  .tuple(
    fc.constantFrom(...measures),
    fc.constantFrom(...dimensions),
    fc.constantFrom(...restrictions),
    fc.constantFrom(...periods),
  )
  .map(([measure, dimension, ...rest]) => `${measure} by ${dimension} ${rest.join(' ')}`);

describe('suggested questions', () => {
  it('every sample question of every space is understood', () => {
    for (const space of spaces) {
      for (const sample of space.sampleQuestions) {
        expect(askDirectly([sample], space).sql, sample).toBeDefined();
      }
    }
  });

  it('every suggestion is understood as what it says', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { suggestions } = askDirectly([asked]);
        expect(suggestions.length).toBeGreaterThanOrEqual(2);
        for (const suggestion of suggestions) {
          expect(askDirectly([suggestion]).title).toBe(suggestion);
        }
      }),
      { numRuns: runs(15) },
    );
  });

  it('the title of an answer, asked again, means the same', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { title = '', plan } = askDirectly([asked]);
        expect(askDirectly([title]).plan).toEqual(plan);
      }),
      { numRuns: runs(25) },
    );
  });
});

it('no question, however odd, breaks the demo', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), question), { maxLength: 3 }),
      (said) => {
        expect(askDirectly(said).text).not.toBe('');
      },
    ),
    { numRuns: runs(40) },
  );
});
