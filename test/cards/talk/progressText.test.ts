import { expect, test } from 'vitest';
import { progressText } from '../../../src/cards/talk/progressText.ts';

test('the first seconds need no clock', () => {
  expect(progressText({ status: 'ASKING_AI', elapsedMs: 4999 })).toBe('Writing SQL …');
});

test('after five seconds the time is told', () => {
  expect(progressText({ status: 'EXECUTING_QUERY', elapsedMs: 12_400 })).toBe(
    'Running the query … 12 s',
  );
  expect(progressText({ status: 'PENDING_WAREHOUSE', elapsedMs: 125_000 })).toContain('2 min 5 s');
});

test('who must wait is told how long', () => {
  expect(progressText({ status: 'WAITING_FOR_BUDGET', elapsedMs: 9000, waitMs: 34_000 })).toBe(
    'Many questions at once; yours is in line: about 34 s to go.',
  );
});

test('a status that nobody knows is work like any other', () => {
  for (const status of ['IN_PROGRESS', 'constructor', ''])
    expect(progressText({ status, elapsedMs: 0 })).toBe('Genie is working on it …');
});
