import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildFunctions } from '../../../local/build/build.ts';

const entry = join(import.meta.dirname, '..', '..', 'support', 'fixtureApp', 'index.ts');
let outDir: string;

beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'build-'));
  return () => rm(outDir, { recursive: true });
});

test('a part loaded with import() is a file of its own', async () => {
  const bundle = await readFile(await buildFunctions({ entry, outDir }), 'utf8');
  expect(bundle).not.toContain('lazy part');
  const names = await readdir(outDir);
  expect(names).toContainEqual(expect.stringMatching(/^lazyPart-.*\.mjs$/));
});

test('an unchanged file is not written again, since another instance may be loading it', async () => {
  const path = await buildFunctions({ entry, outDir });
  const { ino } = await stat(path);
  await buildFunctions({ entry, outDir });
  expect((await stat(path)).ino).toBe(ino);
});

test('files of an earlier build stay unless they are to be removed', async () => {
  await writeFile(join(outDir, 'lazyPart-OLD.mjs'), '');
  await buildFunctions({ entry, outDir });
  expect(await readdir(outDir)).toContain('lazyPart-OLD.mjs');
  await buildFunctions({ entry, outDir, removeStale: true });
  expect(await readdir(outDir)).not.toContain('lazyPart-OLD.mjs');
});
