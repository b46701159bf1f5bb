import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readLocalEnv } from '../../local/readLocalEnv.ts';

let file: string;

beforeEach(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'settings-'));
  file = join(dir, 'local.settings.json');
  return () => rm(dir, { recursive: true });
});

test('the environment wins over the file', async () => {
  await writeFile(file, JSON.stringify({ IsEncrypted: false, Values: { A: 'file', B: 'file' } }));
  expect(await readLocalEnv({ A: 'env' }, file)).toEqual({ A: 'env', B: 'file' });
});

test('without the file there is the environment alone', async () => {
  expect(await readLocalEnv({ A: 'env' }, file)).toEqual({ A: 'env' });
});

test.each(['{"Values": {"A"', 'null', '{"Values": {"A": 1}}', '{"Values": "A"}'])(
  'a file that holds %s is named in a config error',
  async (content) => {
    await writeFile(file, content);
    await expect(readLocalEnv({}, file)).rejects.toThrow(
      expect.objectContaining({ code: 'config', message: expect.stringContaining(file) }),
    );
  },
);
