import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoWorkspace, startDemoWorkspace } from '../../../local/demo/demoWorkspace.ts';

const cliDir = join(import.meta.dirname, '..', '..', '..', 'local', 'cli');

/** What is sold until a day depends on the day. */
const now = () => Date.UTC(2026, 2, 10) + performance.now();

let genie: DemoWorkspace;
let dataDir: string;
beforeAll(async () => {
  genie = await startDemoWorkspace({ stageMs: 20, now });
  dataDir = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(async () => {
  await genie.close();
  await rm(dataDir, { recursive: true });
});

/** Runs a command as npm does, with the given settings alone. */
async function run(command: 'ask' | 'spaces', args: string[] = [], env = workspace()) {
  const child = spawn(process.execPath, [join(cliDir, `${command}.ts`), ...args], {
    env: { PATH: process.env['PATH'], LOCAL_DATA_DIR: dataDir, ...env },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('exit', resolve)),
  ]);
  return { out, err, code };
}

function workspace(): Record<string, string> {
  return { DATABRICKS_HOST: genie.url, DATABRICKS_TOKEN: genie.token };
}

describe('npm run spaces', () => {
  it('lists the spaces that the token can see, each with its ID', async () => {
    const { out, code } = await run('spaces');
    expect(out).toMatch(new RegExp(`^${genie.spaceId} {2}Sales\n`));
    expect(out).toContain('Customer Support');
    expect(code).toBe(0);
  });

  it('says what is wrong with a token that Databricks refuses', async () => {
    const { out, err, code } = await run('spaces', [], { ...workspace(), DATABRICKS_TOKEN: 'bad' });
    expect(out).toBe('');
    expect(err).toMatch(/didn’t accept this bot’s credentials/);
    expect(code).toBe(1);
  });
});

describe('npm run ask', () => {
  it('prints text, table and SQL, and continues a conversation', async () => {
    const first = await run('ask', ['Revenue by region']);
    expect(first.out).toMatch(/highest revenue/);
    expect(first.out).toMatch(/region +revenue\n-+\nEurope +1,080,262\.23\n/);
    expect(first.out).toMatch(/SELECT c\.region/);
    // Which of Genie's stages are seen depends on how busy the machine is.
    expect(first.err).toMatch(/^(?:[A-Z].* …\n)+Continue with: --conversation \w+\n$/);
    const conversation = /--conversation (\w+)/.exec(first.err)?.[1] ?? '';
    const { out } = await run('ask', ['only the top 3', '--conversation', conversation]);
    expect(out).toMatch(/LIMIT 3/);
    expect(genie.messages().map(({ conversationId }) => conversationId)).toEqual([
      conversation,
      conversation,
    ]);
  });

  it('works with nothing set, against the demo, and finds its conversations again', async () => {
    const first = await run('ask', ['Revenue by region', '--json'], {});
    const { conversationId, tables } = JSON.parse(first.out);
    expect(tables[0].rows[0]).toEqual(['Europe', expect.stringMatching(/^\d+\.\d\d$/)]);
    const args = ['only the top 3', '--conversation', conversationId, '--csv'];
    const { out, code } = await run('ask', args, {});
    expect(out).toMatch(/^region,revenue\r\nEurope,\d+\.\d\d\r\n/);
    expect(out.split('\r\n')).toHaveLength(5);
    expect(code).toBe(0);
  });

  it('asks in the space that is named', async () => {
    const support = '01f1d3405a1e5b0c9a7e2f4c6d8e0a22';
    const { out } = await run('ask', ['How many tickets are there?', '--space', support, '--json']);
    expect(JSON.parse(out).spaceId).toBe(support);
  });

  it('says why Genie failed, and what to do', async () => {
    genie.faults.script('breaks', {
      error: { type: 'RATE_LIMIT_EXCEEDED_GENERIC_EXCEPTION', error: 'x' },
    });
    const { out, err, code } = await run('ask', ['this breaks']);
    expect(out).toBe('');
    expect(err).toMatch(/Genie.*try again/);
    expect(code).toBe(1);
  });

  it.each([[[]], [['a question', '--json', '--csv']], [['a question', '--colour']]])(
    'explains its usage: %j',
    async (args) => {
      const { err, code } = await run('ask', args);
      expect(err).toContain('Usage: npm run ask');
      expect(code).toBe(2);
    },
  );
});
