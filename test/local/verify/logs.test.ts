import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alertQueries, runAlertQuery } from '../../../local/verify/azure/runAlertQuery.ts';
import { waitForLogs } from '../../../local/verify/azure/waitForLogs.ts';
import type { Trial } from '../../../local/verify/trial.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { createAzureDouble } from '../../support/azure/azureDouble.ts';

const failure = (code: string, message: string) => {
  const innererror = {
    code: 'SemanticError',
    message: 'A semantic error.',
    innererror: { code, message },
  };
  return `ERROR: Bad Request(${JSON.stringify({ error: { code: 'BadArgumentError', message: 'Invalid.', innererror } })})`;
};
const noTable = failure(
  'SEM0100',
  "'extend' operator: Failed to resolve table or column expression named 'AppTraces'",
);

/** Logs that answer these, one after the other, and the last one for ever. */
async function withLogs(...answers: (Record<string, unknown> | string)[]): Promise<Trial> {
  const asked: string[] = [];
  const { az } = createAzureDouble({
    query: (query) => answers[Math.min(asked.push(query), answers.length) - 1] ?? {},
  });
  const trial = aTrial({ az });
  // The workspace bears the name of the bot that was deployed.
  const named = ['--resource-group', 'rg-try', '--name', 'x'];
  await az(['deployment', 'group', 'create', ...named], { env: { BOT_NAME: trial.name } });
  return trial;
}

describe('the logs of a trial', () => {
  it('are waited for, also while a new workspace has no tables', async () => {
    const trial = await withLogs(noTable, { ended: 0 }, { ended: 2 }, { ended: 3 });
    const before = trial.clock.now();
    const { value, note } = await waitForLogs(trial, 3);
    expect(value).toBe('0c3d9a52-0000-4000-8000-8d1f5f6b7c21');
    expect(note).toBe('3 questions have ended');
    expect(trial.clock.now() - before).toBe(90_000);
  });

  it('are given up after 20 minutes', async () => {
    const trial = await withLogs({ ended: 2 });
    await expect(waitForLogs(trial, 3)).rejects.toThrow(
      'The logs have the end of 2 of 3 questions after 20 minutes.',
    );
  });

  it('aren’t waited for where they refuse the person', async () => {
    const trial = await withLogs(
      failure('InsufficientAccessError', 'The provided credentials have insufficient access'),
    );
    await expect(waitForLogs(trial, 3)).rejects.toThrow('insufficient access');
  });
});

describe('the query of an alert', () => {
  it('is there for every file', () => {
    const files = readdirSync('infra/alerts').map((file) => file.replace('.kql', ''));
    expect(alertQueries).toEqual(files.toSorted());
  });

  it('says what it found', async () => {
    const trial = await withLogs({ p95Seconds: 12.5 });
    expect((await runAlertQuery(trial, 'the-id', 'slowAnswers')).note).toBe('p95Seconds 12.5');
  });

  it('has no row where there is too little to judge', async () => {
    const trial = await withLogs({});
    expect((await runAlertQuery(trial, 'the-id', 'slowAnswers')).note).toBe('no row');
  });

  it('fails in Kusto’s own words where it doesn’t parse', async () => {
    const trial = await withLogs(
      failure('SYN0002', "Query could not be parsed at '|' on line [2,1]"),
    );
    await expect(runAlertQuery(trial, 'the-id', 'poison')).rejects.toThrow(
      "az rest: Query could not be parsed at '|' on line [2,1]. (SYN0002)",
    );
  });
});
