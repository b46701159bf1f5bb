import type { MissingRows } from '../../answers/missingRows.ts';
import type { Grammar } from '../grammar.ts';

/** What is said about the rows of a table, and instead of them. */
export function table({ count, plural }: Grammar) {
  const rows = (number: number) => plural(number, { one: '1 row', other: `${count(number)} rows` });
  return {
    notLoaded: 'The rows of this table couldn’t be loaded.',
    /** Instead of the rows, below that they couldn't be loaded. */
    missing,
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

const missing: Readonly<Record<MissingRows, string>> = {
  'not-loaded': 'The rows weren’t loaded.',
  'not-started': 'The query hadn’t started.',
  'still-running': 'The query was still running.',
  'too-slow': 'The query took too long.',
  failed: 'The query failed.',
  cancelled: 'The query was cancelled.',
  expired: 'The result has expired.',
  'not-given': 'Genie couldn’t give them.',
  refused: 'Genie refused the request.',
  gone: 'Genie no longer has them.',
  'too-large': 'They’re too large to load.',
  busy: 'Genie couldn’t give them: it’s too busy right now.',
  silent: 'Genie couldn’t give them: it didn’t answer.',
  unreachable: 'Genie couldn’t give them: I couldn’t reach it.',
  'turned-off': 'Genie is turned off in this workspace.',
  inactive: 'The Databricks workspace is paused or not active.',
  redirected: 'Databricks sent me to another address.',
  'asked-to-sign-in': 'Databricks asked me to sign in.',
  'bot-not-accepted': 'Databricks didn’t accept this bot’s credentials.',
  'bot-lacks-access': 'This bot doesn’t have access to them.',
  'bot-kept-out': 'Databricks doesn’t let this bot in.',
  'person-not-accepted': 'Databricks didn’t accept your sign-in.',
  'person-lacks-access': 'You don’t have access to them.',
  'gone-or-no-access': 'Genie no longer has them, or you no longer have access to them.',
  'sign-in-page': 'Databricks showed its sign-in page instead.',
  'sign-in-without-genie': 'Your sign-in doesn’t include access to Genie.',
  'lacks-data-access': 'You don’t have access to all of this data.',
  'lacks-space-access': 'You don’t have access to this Genie space.',
  'lacks-workspace-access': 'You don’t have access to the Databricks workspace.',
  'no-warehouse': 'Genie can’t use the SQL warehouse of this space.',
  'sign-in-expired': 'Your sign-in ran out.',
  'sign-in-mismatch': 'You signed in with another account.',
  'sign-in-refused': 'Databricks doesn’t accept your account.',
  'sign-in-required': 'You need to sign in first.',
  'sign-in-unavailable': 'I couldn’t reach the service that keeps your sign-in.',
};
