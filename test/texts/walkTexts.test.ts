import { expect, it } from 'vitest';
import { createGrammar } from '../../src/texts/grammar.ts';
import { walkTexts } from './walkTexts.ts';

const { count, plural, list } = createGrammar('de', 'de');
const at = (texts: object, number?: number) =>
  walkTexts(texts).filter((text) => text.number === number);

it('a text says which of its arguments it shows', () => {
  const texts = {
    greeting: 'Guten Tag',
    rows: ({ rows, of }: { rows: number; of: number }) =>
      plural(rows, { one: 'eine Zeile', other: `${count(rows)} von ${count(of)} Zeilen` }),
    who: ({ name, places }: { name: string; places: readonly string[] }) =>
      places.length > 1 ? name : `${name} in ${list(places)}`,
    forgets: ({ rows }: { rows: number }) => plural(rows, { other: 'viele Zeilen' }),
    position: (minutes: number) => `${count(minutes)} Minuten`,
  };
  expect(at(texts)).toEqual([{ path: 'greeting', said: 'Guten Tag', shows: [] }]);
  expect(at(texts, 1)[0]).toMatchObject({ path: 'rows', said: 'eine Zeile', shows: [] });
  expect(at(texts, 5)[0]).toMatchObject({ said: '5 von 5 Zeilen' });
  const large = Object.fromEntries(at(texts, 1_000_000).map(({ path, shows }) => [path, shows]));
  expect(large['rows']).toEqual(expect.arrayContaining(['rows', 'of']));
  expect(large['who']).toEqual(expect.arrayContaining(['name', 'places']));
  expect(large['forgets']).toEqual([]);
  expect(large['position']).toEqual(['0']);
});
