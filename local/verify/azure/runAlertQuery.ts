import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { queryLogs } from './queryLogs.ts';

const alertsDir = join(import.meta.dirname, '..', '..', '..', 'infra', 'alerts');

/** The alerts' queries, by the names of their files. */
export const alertQueries = globSync('*.kql', { cwd: alertsDir })
  .map((file) => basename(file, '.kql'))
  .sort();

/** Runs the query of an alert once: it has to parse, and every table and column in it has to be there. */
export async function runAlertQuery(
  trial: Trial,
  workspace: string,
  name: string,
): Promise<Outcome<string>> {
  const query = await readFile(join(alertsDir, `${name}.kql`), 'utf8');
  const [row] = await queryLogs(trial, workspace, query);
  // No row means no alert, as with too few answers to judge.
  const found = row ? Object.entries(row).map(([column, value]) => `${column} ${value}`) : [];
  const note = found.join(', ') || 'no row';
  return { value: note, note };
}
