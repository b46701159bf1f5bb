import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeFiles, readLocalEnv } from '../../../local/settings/readLocalEnv.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'settings-'));
  return () => rm(dir, { recursive: true });
});

const put = (name: string, content: string | Buffer) => writeFile(join(dir, name), content);
const putValues = (Values: unknown) => put('local.settings.json', JSON.stringify({ Values }));
const read = async (env = {}) => (await readLocalEnv(env, dir)).env;

describe('the environment of a laptop', () => {
  it('counts more than .env, which counts more than local.settings.json', async () => {
    await put('.env', 'A=dotenv\nB=dotenv\n');
    await putValues({ A: 'json', B: 'json', C: 'json' });
    expect(await readLocalEnv({ A: 'env' }, dir)).toEqual({
      env: { A: 'env', B: 'dotenv', C: 'json' },
      files: ['.env', 'local.settings.json'],
    });
  });

  it('is there alone without the files', async () => {
    expect(await readLocalEnv({ A: 'env' }, dir)).toEqual({ env: { A: 'env' }, files: [] });
  });

  it('can empty a setting of the files', async () => {
    await put('.env', 'A=dotenv');
    expect(await read({ A: '' })).toEqual({ A: '' });
  });

  it('leaves what is empty in .env to local.settings.json', async () => {
    await put('.env', 'A=\nB=""\nC= # later');
    await putValues({ A: 'json', B: 'json' });
    expect(await read()).toEqual({ A: 'json', B: 'json' });
  });

  it.each(['WEBSITE_INSTANCE_ID', 'WEBSITE_SITE_NAME'])(
    'is all there is in Azure, which sets %s',
    async (marker) => {
      await put('.env', 'not = readable');
      await putValues({ A: 'json' });
      expect(await readLocalEnv({ [marker]: 'x' }, dir)).toEqual({
        env: { [marker]: 'x' },
        files: [],
      });
    },
  );

  it('cannot be taken for Azure’s by what a file says', async () => {
    await put('.env', 'WEBSITE_SITE_NAME=x');
    expect((await readLocalEnv({}, dir)).files).toEqual(['.env']);
  });
});

describe('the files that were read', () => {
  it('are named without what is in them', async () => {
    await put('.env', 'DATABRICKS_TOKEN=dapi123');
    const { files } = await readLocalEnv({}, dir);
    expect(describeFiles(files)).toBe('Settings from .env.');
    expect(describeFiles(['.env', 'local.settings.json'])).toBe(
      'Settings from .env and local.settings.json.',
    );
    expect(describeFiles([])).toBe('');
  });
});

describe('a settings file', () => {
  it.each(['.env', 'local.settings.json'])('can begin with a byte order mark: %s', async (name) => {
    await put(name, `\ufeff${name === '.env' ? 'A=1' : '{"Values": {"A": "1"}}'}`);
    expect(await read()).toEqual({ A: '1' });
  });

  it.each([
    ['.env', 'DATABRICKS_TOKEN dapi123'],
    ['.env', 'DATABRICKS_TOKEN="dapi123'],
    ['.env', Buffer.from('\ufeffDATABRICKS_TOKEN=dapi123', 'utf16le')],
    ['.env', Buffer.from('DATABRICKS_TOKEN=dapi123', 'utf16le')],
    ['.env', Buffer.from('DATABRICKS_TOKEN=dapi123\xe9', 'latin1')],
    ['local.settings.json', '{"Values": {"A": "dapi123"'],
    ['local.settings.json', 'null'],
    ['local.settings.json', '{"Values": {"A": 1}}'],
    ['local.settings.json', '{"Values": "dapi123"}'],
    ['local.settings.json', Buffer.from('{"Values": {}}', 'utf16le')],
  ])('is named in a config error if it can’t be understood: %s, %j', async (name, content) => {
    await put(name, content);
    const error = await read().catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'config',
      message: expect.stringContaining(join(dir, name)),
    });
    expect(String(error)).not.toContain('dapi123');
  });

  it.each(['.env', 'local.settings.json'])(
    'is named in a config error if it is a folder: %s',
    async (name) => {
      await mkdir(join(dir, name));
      await expect(read()).rejects.toThrow(`${join(dir, name)} is a folder, not a file.`);
    },
  );
});
