import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Leftover } from './azure/removeTrial.ts';
import { showDuration } from './showDuration.ts';
import type { StepResult } from './steps.ts';

/** How long something took, in milliseconds. */
export interface Figure {
  name: string;
  ms: number;
}

/** What a trial has shown. Holds no secrets, no rows and no addresses. */
export interface Report {
  version: string;
  trial: string;
  startedAt: string;
  resourceGroup: string;
  workspace: 'demo' | 'own';
  passed: boolean;
  steps: readonly StepResult[];
  figures: readonly Figure[];
  left: readonly Leftover[];
}

/** Saves the report as JSON, and returns its path. */
export async function saveReport(report: Report, folder: string): Promise<string> {
  const file = join(folder, `${report.trial}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  return file;
}

/** The report as a table for the terminal. */
export function showReport({ steps, figures, left, passed }: Report): string {
  const rows = [
    ...steps.map(({ name, passed, ms }) => [passed ? '✓' : '✗', name, showDuration(ms)]),
    ...figures.map(({ name, ms }) => [' ', name, showDuration(ms)]),
  ];
  const width = Math.max(...rows.map(([, name = '']) => name.length), 0);
  const line = ([mark, name = '', took = '']: string[]) =>
    `${mark} ${name.padEnd(width)}  ${took.padStart(12)}`.trimEnd();
  const [results, times] = [rows.slice(0, steps.length), rows.slice(steps.length)];
  return [
    ...results.map(line),
    ...(times.length > 0 ? ['', ...times.map(line)] : []),
    '',
    passed ? 'Everything passed.' : 'Not everything passed.',
    ...(left.length > 0 ? ['', 'Still there:'] : []),
    ...left.flatMap(({ what, remove }) => [`  ${what}`, `    ${remove}`]),
  ].join('\n');
}
