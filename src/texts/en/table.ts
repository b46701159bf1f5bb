import type { Grammar } from '../grammar.ts';

/** What is said about the rows of a table, and instead of them. */
export function table({ count, plural }: Grammar) {
  const rows = (number: number) => plural(number, { one: '1 row', other: `${count(number)} rows` });
  return {
    notLoaded: 'The rows of this table couldn’t be loaded.',
    loadAgain: 'Load rows again',
    /** What a message is called that has further rows and no title. */
    moreRows: 'More rows',
    noneSent: 'Genie sent no rows of this table.',
    noneReturned: 'The query returned no rows.',
    /** Genie has them somewhere else. */
    returnedElsewhere: (total: number) =>
      plural(total, {
        one: 'The query returned 1 row, but it can’t be shown here.',
        other: `The query returned ${count(total)} rows, but they can’t be shown here.`,
      }),
    firstRows: ({ shown, total }: { shown: number; total: number }) =>
      `${count(shown)} of ${rows(total)}`,
    rowsFrom: ({ first, last, total }: { first: number; last: number; total: number }) =>
      `Rows ${count(first)}–${count(last)} of ${count(total)}`,
    someColumns: ({ shown, total }: { shown: number; total: number }) =>
      `${count(shown)} of ${count(total)} columns`,
    shortened: 'Long values are shortened.',
    /** Genie says how many there are, and returned fewer. */
    onlyReturned: (number: number) => `Genie returned only the first ${rows(number)}.`,
    /** Genie doesn't know how many there are. */
    stoppedAt: (number: number) => `Genie stopped at ${rows(number)}; there are more in the data.`,
    /** The name is the IANA database's, or UTC. */
    timesAreIn: (zone: string) => `Times are in ${zone}.`,
  };
}
