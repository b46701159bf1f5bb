import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { bundleOptions } from '../../local/build.ts';

const root = join(import.meta.dirname, '..', '..');

/** The files that are in the part of the bundle which every start loads. */
let atStart: string[];
beforeAll(async () => {
  const options = bundleOptions(join(root, 'functions', 'index.ts'), join(root, 'dist'));
  const { metafile } = await build({ ...options, write: false, metafile: true });
  const entry = Object.entries(metafile.outputs).find(([path]) => path.endsWith('/index.mjs'));
  atStart = Object.keys(entry?.[1].inputs ?? {});
});

const filesOf = (name: string) => atStart.filter((path) => path.includes(`node_modules/${name}/`));

test('the Bot Framework is there from the start, with one zod for all its packages', () => {
  expect(filesOf('botframework-connector')).not.toEqual([]);
  expect(atStart.filter((path) => path.endsWith('/zod/index.cjs'))).toHaveLength(1);
});

test.each([
  '@azure/identity',
  '@azure/keyvault-secrets',
  'csv-parse',
  'echarts',
  'fs-extra',
  'htmlparser2',
  'write-excel-file',
])('%s is not loaded at the start', (name) => {
  expect(filesOf(name)).toEqual([]);
});
