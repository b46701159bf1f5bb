import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build, stop } from 'esbuild';
import { bundleOptions } from '../../local/build/build.ts';
import { toConnectionString } from '../support/azurite.ts';
import { readBundleStart } from '../support/bundleStart.ts';
import { printFigures } from './support/figures.ts';
import { openBenchStage } from './support/openBenchStage.ts';
import { median } from './support/spread.ts';

// How long a new instance needs before it can answer. Every variant is loaded in fresh processes, in turns.

const rounds = 11;
const projectDir = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

const stage = await openBenchStage();
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
// Packages that are not bundled are looked for from where the importing file is.
await mkdir(join(projectDir, '.local'), { recursive: true });
const inProject = await mkdtemp(join(projectDir, '.local', 'bench-'));

async function bundle(outDir: string, changes: BuildOptions): Promise<string> {
  const options = bundleOptions(join(projectDir, 'functions', 'index.ts'), outDir);
  await build({ ...options, ...changes });
  return join(outDir, 'index.mjs');
}

const contents = "import * as botbuilder from 'botbuilder'; globalThis.loaded = botbuilder;";
const botbuilderAlone = {
  entryPoints: [],
  stdin: { contents, resolveDir: projectDir, sourcefile: 'index.js' },
  entryNames: 'index',
};
const variants = {
  ours: stage.entry,
  // As people bundle it, and with what our own bundle leaves out of it left out too.
  botbuilder: await bundle(join(folder, 'botbuilder'), { ...botbuilderAlone, plugins: [] }),
  leanBotbuilder: await bundle(join(folder, 'lean-botbuilder'), botbuilderAlone),
  unbundled: await bundle(inProject, { packages: 'external', plugins: [] }),
  withoutMaps: join(folder, 'without-maps', 'index.mjs'),
};
await stop();
await cp(join(stage.entry, '..'), join(folder, 'without-maps'), {
  recursive: true,
  filter: (path) => !path.endsWith('.map'),
});
const compileCache = join(folder, 'compile-cache');

async function time(file: string, args: string[], env: Record<string, string> = {}) {
  const path = join(import.meta.dirname, 'support', file);
  const { PATH } = process.env;
  const { stdout } = await run(process.execPath, [path, ...args], { env: { PATH, ...env } });
  return Number(stdout);
}

const importMs: Record<string, number[]> = {};
const firstMessageMs: number[] = [];
const env = {
  AzureWebJobsStorage: toConnectionString(stage.storage.tableAddress, stage.storage.queueAddress),
  DATABRICKS_HOST: stage.genie.url,
  DATABRICKS_TOKEN: stage.genie.token,
  DATABRICKS_SPACE_ID: stage.genie.spaceId,
};
const cached = { NODE_COMPILE_CACHE: compileCache };
for (let round = 0; round < rounds; round += 1) {
  for (const [name, file] of Object.entries(variants)) {
    const ms = importMs[name] ?? [];
    importMs[name] = ms;
    ms.push(await time('timeImport.ts', [file]));
  }
  const withCache = importMs['withCache'] ?? [];
  importMs['withCache'] = withCache;
  withCache.push(await time('timeImport.ts', [variants.ours], cached));
  firstMessageMs.push(await time('firstMessage.ts', [stage.entry, stage.connector.url], env));
}
// The first runs fill the compile cache, and make the tables.
const ms = (name: string) => median((importMs[name] ?? []).slice(1));
const firstMs = median(firstMessageMs.slice(1));

const sizes = await Promise.all(
  globSync('*.mjs', { cwd: join(stage.entry, '..') }).map(async (name) => ({
    name,
    bytes: (await stat(join(stage.entry, '..', name))).size,
  })),
);
const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;
const { bytes: atStart } = await readBundleStart();
await stage.close();
await Promise.all([folder, inProject].map((path) => rm(path, { recursive: true })));

const compare = (what: string, ours: number, beside: number, name: string) => ({
  what,
  ours: `${ours.toFixed(0)} ms`,
  beside: `${beside.toFixed(0)} ms ${name}`,
  ratio: ours / beside,
});
const [own, botbuilder, unbundled] = [ms('ours'), ms('botbuilder'), ms('unbundled')];
printFigures(`Cold start: medians of ${rounds - 1} fresh processes`, [
  {
    ...compare('import of the bundle', own, botbuilder, 'botbuilder alone, bundled'),
    limit: '≤ 1.3×',
    isKept: own <= 1.3 * botbuilder,
  },
  compare('the same', own, ms('leanBotbuilder'), 'botbuilder alone, bundled as leanly'),
  {
    ...compare('the same', own, unbundled, 'unbundled'),
    limit: '≤ 0.5×',
    isKept: own <= 0.5 * unbundled,
  },
  {
    ...compare('with source maps beside it', own, ms('withoutMaps'), 'without'),
    limit: '≤ 1.1×',
    isKept: own <= 1.1 * ms('withoutMaps'),
  },
  compare("with V8's compile cache", ms('withCache'), own, 'without'),
  {
    what: 'loaded at start, of all code',
    ours: kB(atStart),
    beside: kB(sizes.reduce((total, { bytes }) => total + bytes, 0)),
  },
  {
    what: 'process start → first message acknowledged',
    ours: `${firstMs.toFixed(0)} ms`,
    limit: '< 1 s',
    isKept: firstMs < 1_000,
  },
]);
