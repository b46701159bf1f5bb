import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { keepPrivate } from '../../local/keepPrivate.ts';

let root: string;
let warnings: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keep-private-'));
  warnings = [];
  onTestFinished(() => rm(root, { recursive: true }));
});

const keep = (dir: string) => keepPrivate(dir, (line) => warnings.push(line));

async function modeOf(...path: string[]): Promise<string> {
  return ((await stat(join(root, ...path))).mode & 0o7777).toString(8);
}

/** Creates files of mode 644 in folders of mode 755, as earlier versions did. */
async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    const file = join(root, path);
    await mkdir(join(file, '..'), { recursive: true });
    await chmod(join(file, '..'), 0o755);
    await writeFile(file, '{}');
    await chmod(file, 0o644);
  }
}

test('a new data folder is its owner’s alone', async () => {
  await keep(join(root, 'new', 'data'));
  expect([await modeOf('new'), await modeOf('new', 'data')]).toEqual(['700', '700']);
});

test('what an earlier version left is closed to others', async () => {
  const files = ['genie.json', 'chat-3979.json', 'cli/genie.json', 'storage/texts/1'];
  await write(...files);
  await keep(root);
  for (const folder of ['', 'cli', 'storage', 'storage/texts']) {
    expect([folder, await modeOf(folder)]).toEqual([folder, '700']);
  }
  for (const file of files) expect([file, await modeOf(file)]).toEqual([file, '600']);
  expect(warnings).toEqual([]);
});

test('what is not the bot’s stays as it is, and so does a folder that is there for everyone', async () => {
  await write('notes.json', 'genie.json', 'elsewhere/secret');
  await symlink(join(root, 'elsewhere'), join(root, 'storage'));
  await chmod(root, 0o1777);
  await keep(root);
  expect(await modeOf('')).toBe('1777');
  expect(await modeOf('notes.json')).toBe('644');
  expect([await modeOf('elsewhere'), await modeOf('elsewhere/secret')]).toEqual(['755', '644']);
  expect(await modeOf('genie.json')).toBe('600');
});
