import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infraDir } from './infraDir.ts';
import { templateOf } from './templates.ts';

const read = (path: string) => readFileSync(join(infraDir, '..', path), 'utf8');

describe('docs/deploy.md', () => {
  it('sets everything that has no default, and so does the README', () => {
    const needed = [...read('infra/main.bicepparam').matchAll(/Variable\('(\w+)'\)/g)].map(
      ([, name]) => name,
    );
    expect(needed).toEqual(['DATABRICKS_HOST']);
    for (const path of ['README.md', 'docs/deploy.md']) {
      const [, block = ''] =
        /```sh\n((?:(?!```)[\s\S])*?az deployment group create[\s\S]*?)```/.exec(read(path)) ?? [];
      for (const name of [...needed, 'OPERATOR_ID']) expect(block).toMatch(`export ${name}=`);
      expect(block).not.toContain('<');
    }
  });

  it('reads only outputs that the deployment has', () => {
    const docs = read('docs/deploy.md');
    const names = [
      ...docs.matchAll(/properties\.outputs\.(\w+)\.value/g),
      ...docs.matchAll(/azd env get-value (\w+)/g),
    ].map(([, name]) => name);
    expect(new Set(names).size).toBeGreaterThanOrEqual(4);
    expect(templateOf('main').outputs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names),
    );
  });
});
