import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, startNode } from '../../support/childProcess.ts';
import { requestAs } from '../../support/requestAs.ts';

let rootDir: string;
let dataDir: string;
let child: Child;
let url: string;

beforeAll(async () => {
  rootDir = await mkdtemp(join(tmpdir(), 'private-'));
  dataDir = join(rootDir, 'data');
  const { PATH } = process.env;
  child = startNode('local/start.ts', [], { PATH, LOCAL_DATA_DIR: dataDir, PORT: '0' });
  [, url = ''] = await child.waitForOutput(/ready (http:\/\/localhost:\d+)\n/);
});
afterAll(async () => {
  await child.kill();
  await rm(rootDir, { recursive: true });
});

test.each([
  ['GET', '/api/health'],
  ['GET', '/api/health/ready'],
  ['GET', '/api/answers/1/export?format=csv'],
  ['POST', '/api/feedback'],
  ['POST', '/api/messages'],
  ['GET', '/'],
  ['GET', '/api/chat'],
  ['GET', '/api/chat/files/page.js'],
  ['POST', '/api/chat/token'],
  ['POST', '/directline/tokens/generate'],
  ['POST', '/connector/v3/conversations/1/activities'],
])(
  '%s %s is closed to a page under another name, and to one of another origin',
  async (method, path) => {
    const { host } = new URL(url);
    for (const headers of [{ host: 'evil.example' }, { host, origin: 'https://evil.example' }]) {
      const { status, body } = await requestAs(`${url}${path}`, headers, { method });
      expect({ status, body }).toEqual({
        status: 403,
        body: expect.stringContaining('This bot only answers to localhost'),
      });
    }
  },
);

test('only its owner can read anything in the data folder', async () => {
  const token = await fetch(`${url}/api/chat/token`, { method: 'POST' });
  expect(token.status).toBe(200);
  const found = await readdir(dataDir, { recursive: true });
  expect(found).toEqual(
    expect.arrayContaining(
      ['chat.json', 'account-key', 'tables.json', 'queues.json', 'lock.sqlite'].map((name) =>
        expect.stringContaining(name),
      ),
    ),
  );
  for (const name of ['.', ...found]) {
    expect([name, (await stat(join(dataDir, name))).mode & 0o077]).toEqual([name, 0]);
  }
});
