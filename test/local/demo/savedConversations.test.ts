import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestDemo } from './demoClient.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-workspace-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('after a restart a conversation is there and goes on', async () => {
  const dataFile = join(folder, 'deep', 'conversations.json');
  const before = await startTestDemo({ dataFile });
  const asked = await before.askToEnd('Top 3 products by revenue');
  const rows = (await before.result(asked)).result?.data_array;
  await before.call('POST', `${before.messagePath(asked)}/feedback`, { rating: 'POSITIVE' });
  await before.close();

  const after = await startTestDemo({ dataFile });
  after.time.now += 10_000;
  const found = await after.get(asked);
  expect(found).toMatchObject({ status: 'COMPLETED', feedback: { rating: 'POSITIVE' } });
  expect((await after.result(found)).result?.data_array).toEqual(rows);
  const next = await after.askToEnd('by region instead', asked.conversation_id);
  expect(next.attachments?.[0]?.query?.title).toBe('Revenue by region');
  await after.close();
  expect(await readdir(join(folder, 'deep'))).toEqual(['conversations.json']);
});

it('a question is on disk before it is answered', async () => {
  const dataFile = join(folder, 'conversations.json');
  const before = await startTestDemo({ dataFile });
  before.faults.next({ method: 'POST' }, 'drop-after');
  await expect(before.ask('Revenue')).rejects.toThrow();
  const after = await startTestDemo({ dataFile });
  expect(after.messages()).toMatchObject([{ content: 'Revenue' }]);
  await Promise.all([before.close(), after.close()]);
});

it('only its owner can read the file and its folder', async () => {
  const dataFile = join(folder, 'deep', 'conversations.json');
  const demo = await startTestDemo({ dataFile });
  await demo.ask('Revenue');
  await demo.close();
  expect((await stat(dataFile)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
});

it('a file that cannot be read is named', async () => {
  const dataFile = join(folder, 'conversations.json');
  await writeFile(dataFile, '{"format":1,"conv');
  await expect(startTestDemo({ dataFile })).rejects.toThrow(dataFile);
});
