import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoWorkspace, startDemoWorkspace } from '../../local/demo/demoWorkspace.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

let dir: string;
let genie: DemoWorkspace;
let example: string;
let page: string;

beforeAll(async () => {
  page = await readFile(join(root, 'docs', 'client.md'), 'utf8');
  [, example = ''] = /^```ts\n(.*?)^```$/ms.exec(page) ?? [];
  dir = await mkdtemp(join(tmpdir(), 'client-'));
  await symlink(root, join(dir, 'genie-teams-bot'));
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }');
  await writeFile(join(dir, 'example.ts'), example);
  genie = await startDemoWorkspace({ stageMs: 20 });
});
afterAll(async () => {
  await genie.close();
  await rm(dir, { recursive: true });
});

const play = (file: string, env: Record<string, string> = {}) =>
  run(process.execPath, [file], {
    cwd: dir,
    env: { DATABRICKS_HOST: genie.url, DATABRICKS_TOKEN: genie.token, ...env },
  });

describe('the example in docs/client.md', () => {
  it('starts a conversation, follows up, and prints words and rows', async () => {
    const asked = genie.messages().length;
    const { stdout, stderr } = await play('example.ts');
    expect(stdout).toMatch(/^region\trevenue$/m);
    expect(stdout.match(/^SELECT /gm)).toHaveLength(2);
    expect(stdout.match(/^Europe\t\d/gm)?.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^(?:[A-Z_]+\n)+$/);
    const messages = genie.messages().slice(asked);
    expect(messages.map(({ content }) => content)).toEqual(['Revenue by region', 'Only the top 2']);
    expect(new Set(messages.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(genie.requests.at(-1)?.path).toMatch(/\/feedback$/);
  });

  it.each([
    ['a token that Databricks refuses', { DATABRICKS_TOKEN: 'bad' }],
    ['a host that isn’t https', { DATABRICKS_HOST: 'http://example.com' }],
  ])('says what to check: %s', async (_what, env) => {
    await expect(play('example.ts', env)).rejects.toMatchObject({
      code: 1,
      stderr: 'Check DATABRICKS_HOST and DATABRICKS_TOKEN.\n',
    });
  });

  it('compiles as strictly as the project', async () => {
    const typeRoots = [join(root, 'node_modules', '@types')];
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { typeRoots },
      include: ['example.ts'],
    };
    await writeFile(join(dir, 'tsconfig.json'), JSON.stringify(config));
    await run(bin('tsc'), ['-p', dir], { cwd: dir });
  });

  it('runs as plain JavaScript with the bundle that the page tells to make', async () => {
    const [, command = ''] = /^npx (esbuild .*)$/m.exec(page) ?? [];
    const args = command.split(' ').slice(1);
    const target = `--outfile=${join(dir, 'genie.mjs')}`;
    const out = args.map((arg) => (arg.startsWith('--outfile=') ? target : arg));
    await run(bin('esbuild'), out, { cwd: root });
    const source = example.replace('./genie-teams-bot/src/genie/index.ts', './genie.mjs');
    await writeFile(join(dir, 'bundled.ts'), source);
    expect((await play('bundled.ts')).stdout).toMatch(/^region\trevenue$/m);
  });
});
