import { expect, it } from 'vitest';
import type { Log } from '../../../src/common/log.ts';
import type { Question } from '../../../src/questions/question.ts';
import { reportEnd } from '../../../src/questions/steps/ending.ts';
import { aRun } from '../../support/aRun.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

function lineOf(changes: Partial<Question>): object {
  const lines: object[] = [];
  const log = { info: (_event: string, fields: object) => lines.push(fields) } as unknown as Log;
  reportEnd(makeQuestion({ state: 'delivered', endedAt: now + 3_000, ...changes }), log);
  return lines[0] ?? {};
}

it('the line of what a person asked says nothing of subscriptions', () => {
  expect(Object.keys(lineOf({}))).not.toContain('subscriptionId');
});

it('the line of what a subscription asked says so, and how long after its time it was shown', () => {
  const run = aRun({ dueAt: now + 1_000 });
  expect(lineOf({ run })).toMatchObject({
    subscriptionId: run.subscriptionId,
    msLate: 2_000,
  });
});

it('the line of what was kept back says why, and has no lateness', () => {
  const line = lineOf({ run: aRun({ silent: 'unmet' }) });
  expect(line).toMatchObject({ silent: 'unmet', msLate: undefined });
});
