import { expect, test } from 'vitest';
import { progressText } from '../../../src/cards/talk/progressText.ts';

test('the first seconds show no time', () => {
  expect(progressText({ status: 'ASKING_AI', elapsedMs: 4999 })).toBe('Writing SQL …');
});

test('the time is shown after five seconds', () => {
  expect(progressText({ status: 'EXECUTING_QUERY', elapsedMs: 12_400 })).toBe(
    'Running the query … 12 s',
  );
  expect(progressText({ status: 'PENDING_WAREHOUSE', elapsedMs: 125_000 })).toContain('2 min 5 s');
});

test('a wait says how long it is', () => {
  expect(progressText({ status: 'WAITING_FOR_BUDGET', elapsedMs: 9000, waitMs: 34_000 })).toBe(
    'Your question is in the queue: about 34 s to go.',
  );
});

test('an unknown status counts as work in progress', () => {
  for (const status of ['IN_PROGRESS', 'constructor', ''])
    expect(progressText({ status, elapsedMs: 0 })).toBe('Genie is working on it …');
});
