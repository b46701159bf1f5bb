import { describe, expect, test } from 'vitest';
import { progressText } from '../../../src/cards/talk/progressText.ts';
import { testReader } from '../../support/testReader.ts';

test('the first seconds show no time', () => {
  expect(progressText({ status: 'ASKING_AI', elapsedMs: 4999 }, testReader(), 0)).toBe(
    'Writing SQL …',
  );
});

test('the time is shown after five seconds', () => {
  expect(progressText({ status: 'EXECUTING_QUERY', elapsedMs: 12_400 }, testReader(), 0)).toBe(
    'Running the query … 12 s',
  );
  expect(
    progressText({ status: 'PENDING_WAREHOUSE', elapsedMs: 125_000 }, testReader(), 0),
  ).toContain('2 min 5 s');
});

test('a wait says how long it is', () => {
  expect(
    progressText(
      { status: 'WAITING_FOR_BUDGET', elapsedMs: 9000, waitMs: 34_000 },
      testReader(),
      0,
    ),
  ).toBe('Your question is in the queue: about 34 s to go.');
});

test('an unknown status counts as work in progress', () => {
  for (const status of ['IN_PROGRESS', 'constructor', ''])
    expect(progressText({ status, elapsedMs: 0 }, testReader(), 0)).toBe(
      'Genie is working on it …',
    );
});

describe('that Genie isn’t answering', () => {
  const now = Date.UTC(2026, 10, 21, 9, 32);
  const text = (waitMs: number, reads = {}) =>
    progressText(
      { status: 'NO_ANSWER', elapsedMs: 4_000, waitMs },
      testReader('teams', reads),
      now,
    );

  test('is said with the time at which the bot gives up, as the asker’s clock shows it', () => {
    expect(text(600_000, { locale: 'en-GB', timeZone: 'Europe/Berlin' })).toBe(
      'Genie isn’t answering at the moment. I’ll keep trying until 10:42.',
    );
    expect(text(600_000, { locale: 'en-US', timeZone: 'America/New_York' })).toMatch(
      /until 4:42\sAM\.$/,
    );
  });

  test('is said with a duration where no time zone is known', () => {
    expect(text(596_000)).toBe(
      'Genie isn’t answering at the moment. I’ll keep trying for another 10 min.',
    );
  });

  test('promises no time that is over', () => {
    expect(text(-4_000)).toBe('Genie isn’t answering at the moment. I’ll try once more.');
  });
});
