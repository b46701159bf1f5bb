import { describe, expect, it } from 'vitest';
import type { AnswerTable } from '../../../src/answers/answer.ts';
import type { CardElement } from '../../../src/cards/parts/adaptiveCard.ts';
import { openInDatabricks } from '../../../src/cards/source/openInDatabricks.ts';
import { sourceNotes } from '../../../src/cards/source/sourceNotes.ts';
import { understandingElements } from '../../../src/cards/source/understandingElements.ts';
import { testReader } from '../../support/testReader.ts';
import { anAnswer, aTable } from '../answer/anAnswer.ts';

const reader = testReader();
const url = 'https://adb-1.2.azuredatabricks.net/genie/rooms/s/chats/c?o=1';
const tablesOf = (...names: string[]) =>
  names.map((name) => ({ name, fullName: `main.s.${name}` }));

describe('the button that opens Databricks', () => {
  it('opens the conversation of its reader', () => {
    const answer = anAnswer({ origin: { url, shows: 'conversation' } });
    expect(openInDatabricks(answer, reader)).toEqual([
      { type: 'Action.OpenUrl', title: 'Open in Databricks', url },
    ]);
  });

  it('says so if it opens the space only', () => {
    const answer = anAnswer({ origin: { url, shows: 'space' } });
    expect(openInDatabricks(answer, reader)).toEqual([
      { type: 'Action.OpenUrl', title: 'Open the space in Databricks', url },
    ]);
  });

  it('is missing where there is nothing to open', () => {
    expect(openInDatabricks(anAnswer(), reader)).toEqual([]);
  });

  it('is missing below a shared answer, whose conversation only the asker can open', () => {
    const view = { ...reader, isShared: true as const };
    const answer = anAnswer({ origin: { url, shows: 'conversation' } });
    expect(openInDatabricks(answer, view)).toEqual([]);
    const space = anAnswer({ origin: { url, shows: 'space' } });
    expect(openInDatabricks(space, view)).toHaveLength(1);
  });
});

describe('the small print', () => {
  const notesOf = (...tables: Partial<AnswerTable>[]) =>
    sourceNotes(anAnswer({ tables: tables.map((table) => aTable(table)) }), reader);

  it('says whose answer it is', () => {
    expect(notesOf()).toEqual(['Powered by Genie']);
    expect(notesOf({})).toEqual(['Powered by Genie']);
  });

  it('names the tables by their short names', () => {
    expect(notesOf({ sources: tablesOf('orders') })[0]).toBe('From orders');
    expect(notesOf({ sources: tablesOf('orders', 'customers') })[0]).toBe(
      'From orders and customers',
    );
  });

  it('names each once, whichever queries read it', () => {
    const notes = notesOf({ sources: tablesOf('a', 'b') }, { sources: tablesOf('b', 'c') });
    expect(notes[0]).toBe('From a, b, and c');
  });

  it.each([
    [4, 'From a, b, c and 1 more table'],
    [5, 'From a, b, c and 2 more tables'],
  ])('counts the rest of %i', (count, expected) => {
    expect(notesOf({ sources: tablesOf(...'abcde'.slice(0, count)) })[0]).toBe(expected);
  });

  it('names none if one query doesn’t tell', () => {
    expect(notesOf({ sources: tablesOf('a') }, {})).toEqual(['Powered by Genie']);
  });

  it('says that an answer is trusted, if all of it is', () => {
    expect(notesOf({ isTrusted: true })).toEqual(['Trusted answer', 'Powered by Genie']);
    expect(notesOf({ isTrusted: true }, {})).toEqual(['Powered by Genie']);
  });

  it('shortens what would not end', () => {
    const [note = ''] = notesOf({ sources: tablesOf('x'.repeat(5000), 'y'.repeat(5000)) });
    expect(note.length).toBeLessThan(100);
  });
});

describe('how a question was understood', () => {
  const linesOf = (table: Partial<AnswerTable>, thoughtsLength = 4000) =>
    understandingElements(aTable({ description: '', thoughts: [], ...table }), {
      ...reader,
      limits: { thoughtsLength },
    })
      .map(wordsOf)
      .map((line) => line.replace(/\s+/g, ' '));

  it('has a heading for each kind of step', () => {
    const lines = linesOf({
      thoughts: [
        { kind: 'description', text: 'Revenue.' },
        { kind: 'understanding', text: '*Last month* is October.' },
        { kind: 'data-sourcing', text: 'Orders.' },
        { kind: 'instructions', text: 'Net only.' },
        { kind: 'steps', text: '- Sum' },
      ],
    });
    expect(lines).toEqual([
      'In short',
      'Revenue.',
      'How the question was understood',
      'Last month is October.',
      'Data used',
      'Orders.',
      'Instructions followed',
      'Net only.',
      'Steps taken',
      '• Sum',
    ]);
  });

  it('has one for neighbours, and none for kinds that are newer than the bot', () => {
    const lines = linesOf({
      thoughts: [{ kind: 'steps', text: 'one' }, { kind: 'steps', text: 'two' }, { text: 'three' }],
    });
    expect(lines).toEqual(['Steps taken', 'one', 'two', 'three']);
  });

  it('counts the query’s description as a step, and one step alone has no heading', () => {
    const steps = { kind: 'steps' as const, text: 'Sum up.' };
    const short = { kind: 'description' as const, text: 'You want revenue.' };
    expect(linesOf({ description: 'Sums.', thoughts: [short, steps] })).toEqual([
      'In short',
      'Sums.',
      'You want revenue.',
      'Steps taken',
      'Sum up.',
    ]);
    expect(linesOf({ thoughts: [steps] })).toEqual(['Sum up.']);
  });

  it('says nothing twice', () => {
    expect(
      linesOf({ description: 'Sums.', thoughts: [{ kind: 'description', text: 'Sums. ' }] }),
    ).toEqual(['Sums.']);
  });

  it('ends with the tables in full and when they were read, in the reader’s time', () => {
    const table = aTable({
      description: 'Sums.',
      thoughts: [],
      sources: tablesOf('orders', 'customers'),
      readAt: Date.parse('2026-11-21T23:30:00Z'),
    });
    const berlin = { ...testReader('teams', { locale: 'en-GB', timeZone: 'Europe/Berlin' }) };
    const elements = understandingElements(table, { ...berlin, limits: { thoughtsLength: 99 } });
    expect(elements.map(wordsOf)).toEqual([
      'Sums.',
      'Tables: main.s.orders and main.s.customers',
      expect.stringMatching(/^Data read: 22 Nov 2026, 00:30/),
    ]);
  });

  it('says what a reviewed query was filled in with', () => {
    expect(linesOf({ isTrusted: true, parameters: [{ name: 'year', value: '2026' }] })).toEqual([
      'Genie answered with a query that the authors of this space wrote.',
      'year: 2026',
    ]);
  });

  it('counts tables beyond the tenth', () => {
    const sources = tablesOf(...Array.from({ length: 12 }, (_, index) => `t${index}`));
    expect(linesOf({ sources })[0]).toMatch(/main\.s\.t9, and 2 more tables$/);
  });

  it('is nothing if all that is known is a time', () => {
    expect(linesOf({ readAt: 5 })).toEqual([]);
  });

  it('is shortened as a whole, and says so', () => {
    const thoughts = [
      { kind: 'steps' as const, text: 'a'.repeat(80) },
      { kind: 'instructions' as const, text: 'b'.repeat(80) },
      { kind: 'description' as const, text: 'c'.repeat(80) },
    ];
    const lines = linesOf({ thoughts }, 100);
    expect(lines.join('')).not.toContain('ccc');
    expect(lines.at(-1)).toBe('Explanation shortened: 100 of 240 characters.');
    expect(linesOf({ thoughts }, 0)).toEqual(['The explanation is too long to show here.']);
  });

  it('stays short, however many steps there are', () => {
    const thoughts = Array.from({ length: 5000 }, (_, index) => ({
      kind: index % 2 ? ('steps' as const) : ('instructions' as const),
      text: `${index}`,
    }));
    expect(linesOf({ thoughts }).length).toBeLessThan(30);
  });
});

function wordsOf(element: CardElement): string {
  if (element.type === 'Container') return element.items.map(wordsOf).join(' ');
  if (element.type === 'ColumnSet') {
    return element.columns.flatMap(({ items }) => items.map(wordsOf)).join(' ');
  }
  return 'inlines' in element ? element.inlines.map(({ text }) => text).join('') : '';
}
