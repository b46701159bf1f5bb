import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Trial } from '../trial.ts';

const answerSchema = z.object({
  tables: z.array(
    z.object({
      columns: z.array(z.object({ name: z.string() })),
      rows: z.array(z.array(z.unknown())),
    }),
  ),
});

/** A row, by its columns' names. */
export type LogRow = Record<string, unknown>;

/**
 * Runs a query on the last day's logs. It travels in a file, because its quotes and line breaks don't survive every
 * shell; and by `az rest`, because `az monitor log-analytics query` is an extension that has to be installed.
 *
 * @param workspace the workspace's customer ID
 */
export async function queryLogs(trial: Trial, workspace: string, query: string): Promise<LogRow[]> {
  const file = join(trial.folder, `query-${trial.name}.json`);
  await mkdir(trial.folder, { recursive: true });
  await writeFile(file, JSON.stringify({ query, timespan: 'P1D' }));
  try {
    const api = 'https://api.loganalytics.io';
    const to = ['--url', `${api}/v1/workspaces/${workspace}/query`, '--resource', api];
    const what = ['--headers', 'Content-Type=application/json', '--body', `@${file}`];
    const answer = await trial.az(['rest', '--method', 'post', ...to, ...what], {
      signal: trial.signal,
    });
    const [table] = answerSchema.parse(answer).tables;
    return (table?.rows ?? []).map((row) =>
      Object.fromEntries(table?.columns.map(({ name }, index) => [name, row[index]]) ?? []),
    );
  } finally {
    await rm(file, { force: true });
  }
}
