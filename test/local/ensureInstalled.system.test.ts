import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';

let projectDir: string;

/** Stands in for npm: notes that it ran, waits for a file if it is told to, and "installs" what the lock file asks for. */
const npm = `
const { appendFileSync, chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('runs.txt', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS) process.exit(7);
const timer = setInterval(() => {
  if (process.env.NPM_WAITS && !existsSync('npm-may-end')) return;
  clearInterval(timer);
  mkdirSync('node_modules/node/bin', { recursive: true });
  if (!process.env.NPM_SKIPS_NODE) {
    writeFileSync('node_modules/node/bin/node', '#!/bin/sh\\n');
    chmodSync('node_modules/node/bin/node', 0o755);
  }
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 20);
`;

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'project' },
      'node_modules/a': { version },
      'node_modules/for-another-system': { version: '1.0.0', optional: true },
    },
  });

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'install-'));
  await mkdir(join(projectDir, 'local'));
  await copyFile(
    join(import.meta.dirname, '../../local/ensureInstalled.mjs'),
    join(projectDir, 'local', 'ensureInstalled.mjs'),
  );
  await writeFile(join(projectDir, 'npm.cjs'), npm);
  await writeFile(join(projectDir, 'package-lock.json'), lock('1.0.0'));
  return () => rm(projectDir, { recursive: true });
});

async function run(settings: Record<string, string> = {}, hear: (text: string) => void = () => {}) {
  const child = spawn(process.execPath, ['local/ensureInstalled.mjs'], {
    cwd: projectDir,
    env: { PATH: process.env['PATH'], npm_execpath: join(projectDir, 'npm.cjs'), ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      hear(text);
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}

const npmRuns = () =>
  readFile(join(projectDir, 'runs.txt'), 'utf8').then(
    (text) => text.trim().split('\n'),
    () => [],
  );

async function pretendInstalled(installed: string) {
  const binDir = join(projectDir, 'node_modules', 'node', 'bin');
  await mkdir(binDir, { recursive: true });
  await writeFile(join(binDir, 'node'), '#!/bin/sh\n');
  await chmod(join(binDir, 'node'), 0o755);
  await writeFile(join(projectDir, 'node_modules', '.package-lock.json'), installed);
}

test('a fresh clone gets its packages, and one line says so', async () => {
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(output).toMatch(/^Installing the packages .*\n$/);
  expect(await npmRuns()).toEqual(['ci --no-audit --no-fund --loglevel=error']);
});

test('packages that match the lock file are left alone, silently', async () => {
  await pretendInstalled(JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  expect(await run()).toEqual({ code: 0, output: '' });
  expect(await npmRuns()).toEqual([]);
});

test.each([
  ['a package in another version', lock('0.9.0')],
  ['a missing package', JSON.stringify({ packages: {} })],
  ['no list of packages', ''],
])('%s makes it install', async (_case, installed) => {
  await pretendInstalled(installed);
  await run();
  expect(await npmRuns()).toHaveLength(1);
});

test('a Node that doesn’t run makes it install', async () => {
  await pretendInstalled(lock('1.0.0'));
  await rm(join(projectDir, 'node_modules', 'node'), { recursive: true });
  await run();
  expect(await npmRuns()).toHaveLength(1);
});

test('if several start at the same time, one installs and the others wait for it', async () => {
  let waiting = 0;
  const hear = (text: string) => {
    if (!text.startsWith('Waiting')) return;
    waiting += 1;
    if (waiting === 2) writeFileSync(join(projectDir, 'npm-may-end'), '');
  };
  const start = () => run({ NPM_WAITS: 'yes' }, hear);
  const results = await Promise.all([start(), start(), start()]);
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(results.filter(({ output }) => output.startsWith('Waiting'))).toHaveLength(2);
  expect(await npmRuns()).toHaveLength(1);
});

test('the lock of an installation that was killed is taken over', async () => {
  const gone = spawn(process.execPath, ['--version']);
  await once(gone, 'close');
  const lockDir = join(projectDir, '.local', 'install.lock');
  await mkdir(lockDir, { recursive: true });
  await writeFile(join(lockDir, 'pid'), String(gone.pid));
  expect((await run()).code).toBe(0);
  expect(await npmRuns()).toHaveLength(1);
});

test('npm’s failure is passed on in a sentence, and the next start tries again', async () => {
  const { code, output } = await run({ NPM_FAILS: 'yes' });
  expect(code).toBe(7);
  expect(output).toContain('“npm ci” ended with code 7');
  expect((await run()).code).toBe(0);
});

test('an installation without Node 24 names the way out', async () => {
  const { code, output } = await run({ NPM_SKIPS_NODE: 'yes' });
  expect(code).toBe(1);
  expect(output).toContain('npm rebuild node --ignore-scripts=false');
});
