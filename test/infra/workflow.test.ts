import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infraDir } from './templates.ts';

const read = (path: string) => readFileSync(join(infraDir, '..', path), 'utf8');
const workflow = read('.github/workflows/deploy.yml');

/** The lines of each job, by its name. */
const jobs = Object.fromEntries(
  [...workflow.matchAll(/^ {2}(\w+):\n((?: {4}.*\n|\n)+)/gm)]
    .filter(([, , text = '']) => text.includes('runs-on:'))
    .map(([, name = '', text = '']) => [name, text]),
);

describe('the workflow', () => {
  it.each(['test', 'preview', 'deploy'])('pins the compiler of the job %s', (name) => {
    const [, version] = /Version="\[([\d.]+)\]"/.exec(read('test/infra/fetchBicep.ts')) ?? [];
    expect(workflow).toContain(`BICEP_VERSION: v${version}\n`);
    expect(workflow).toContain('AZURE_BICEP_USE_BINARY_FROM_PATH: "false"');
    expect(jobs[name]).toMatch(
      /az bicep install --version "\$BICEP_VERSION"[\s\S]*(test:infra|az deployment)/,
    );
  });
});
