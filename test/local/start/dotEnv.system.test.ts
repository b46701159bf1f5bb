import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type DemoWorkspace, startDemoWorkspace } from '../../../local/demo/demoWorkspace.ts';
import { startNode } from '../../support/childProcess.ts';
import { copyProject, type ProjectCopy } from '../../support/copyProject.ts';

let project: ProjectCopy;
let genie: DemoWorkspace;
beforeAll(async () => {
  project = await copyProject();
  genie = await startDemoWorkspace({ stageMs: 20 });
});
afterEach(() => rm(join(project.dir, '.env'), { force: true }));
afterAll(async () => {
  await genie.close();
  await project.remove();
});

const putDotEnv = (...lines: string[]) => writeFile(join(project.dir, '.env'), lines.join('\n'));

function run(file: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { PATH, TEST_BUNDLE } = process.env;
  const child = startNode(file, args, { PATH, TEST_BUNDLE, ...env }, project.dir);
  onTestFinished(() => child.kill());
  return child;
}

describe('a .env beside the code', () => {
  it('can be a copy of the example: npm start says that it read it, and serves it to no one', async () => {
    await copyFile(join(project.dir, '.env.example'), join(project.dir, '.env'));
    const child = run('local/start.ts', [], { PORT: '0' });
    const [line, url] = await child.waitForOutput(/^.*ready (http:\/\/localhost:\d+)\n/);
    expect(line).toMatch(/^Settings from \.env\. Open the chat in a browser: ready /);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    for (const path of ['.env', 'api/.env', '..%2f.env', '%2e%2e/.env', 'page/..%2F.env']) {
      const response = await fetch(`${url}/${path}`);
      expect(await response.text()).not.toContain('cp .env.example');
    }
  });

  it('has the settings of npm start, below the environment’s', async () => {
    await putDotEnv('PORT=0', 'LOCAL_DATA_DIR=.elsewhere', 'WORKER_THREADS=4', 'LOG_LEVEL=loud');
    const child = run('local/start.ts', [], { LOG_LEVEL: 'info' });
    await child.waitForOutput(/ready http/);
    await expect(readFile(join(project.dir, '.elsewhere', 'storage'))).rejects.toThrow('EISDIR');
  });

  it.each([
    ['WORKER_THREADS=0', 'WORKER_THREADS must be a whole number from 1 to 32'],
    ['DATABRICKS_TOKEN=dapi#secret', '.env: on line 1, DATABRICKS_TOKEN contains a #.'],
    ['DATABRICKS_TOKEN secret', '.env: line 1 isn’t NAME=value.'],
  ])('stops npm start with a sentence if it’s wrong: %s', async (line, sentence) => {
    await putDotEnv(line);
    const child = run('local/start.ts');
    expect(await child.ended).toBe(1);
    expect(child.stderr()).toContain(sentence);
    expect(child.stderr()).not.toMatch(/secret| {4}at /);
  });

  it('has the workspace for npm run spaces and npm run ask, which say so', async () => {
    await putDotEnv(`DATABRICKS_HOST=${genie.url}`, `export DATABRICKS_TOKEN='${genie.token}'`);
    for (const [file, args] of [
      ['local/cli/spaces.ts', []],
      ['local/cli/ask.ts', ['Revenue by region']],
    ] as const) {
      const child = run(file, [...args]);
      expect(await child.ended, child.stderr()).toBe(0);
      expect(child.stderr()).toMatch(/^Settings from \.env\.\n/);
      expect(child.stdout()).toMatch(/Sales|Europe/);
    }
  });

  it.each(['local/cli/spaces.ts', 'local/cli/say.ts'])(
    'stops a command with a sentence if it can’t be read: %s',
    async (file) => {
      await putDotEnv('nothing');
      const child = run(file, ['hello']);
      expect(await child.ended).toBe(1);
      expect(child.stderr()).toMatch(/^\S*\.env: line 1 isn’t NAME=value\.\n$/);
    },
  );
});
