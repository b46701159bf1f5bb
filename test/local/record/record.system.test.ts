import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixture } from '../../../local/record/recorder.ts';
import { aMessage } from '../../support/activities.ts';
import { type Child, startNode } from '../../support/childProcess.ts';
import { startConnector } from '../../support/connectorDouble.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'record-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function start(): Promise<{ child: Child; url: string }> {
  const { PATH, TEST_BUNDLE } = process.env;
  const env = { PATH, TEST_BUNDLE, PORT: '0', LOCAL_DATA_DIR: join(dir, 'data') };
  const child = startNode('local/record/record.ts', ['--to', join(dir, 'recorded')], env);
  const [, url = ''] = await child.waitForOutput(/ready (http:\/\/localhost:\d+)\n/);
  return { child, url };
}

const post = (url: string, activity: object) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });

describe('npm run record', () => {
  it('writes down what came in, without what it said, when the bot stops', async () => {
    const connector = await startConnector();
    const { child, url } = await start();
    const text = 'Revenue by region for Grace Hopper';
    await post(url, aMessage({ text, serviceUrl: connector.url }));
    await connector.waitFor(() =>
      JSON.stringify(connector.requests).includes('Europe') ? true : undefined,
    );
    // Refused: it's from nowhere.
    await post(url, { type: 'message', text: 'Refused' });
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    await connector.close();

    expect(child.stderr()).toMatch(/Recorded \d+ in .*session-1\. Look through it before/);
    const folder = join(dir, 'recorded', 'session-1');
    const names = (await readdir(folder)).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const fixtures = texts.map((content) => JSON.parse(content) as Fixture);
    const kinds = fixtures.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'activity')).toHaveLength(1);
    expect(kinds).toEqual(expect.arrayContaining(['started', 'message', 'statement']));
    expect(texts.join('\n')).not.toMatch(
      /Revenue|Hopper|Europe(?!\/Berlin)|Lovelace|Refused|SELECT|127\.0/,
    );
  });

  it('writes nothing if nothing came in', async () => {
    const { child } = await start();
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(child.stderr()).toContain('Nothing came in, so nothing was recorded.');
  });
});
