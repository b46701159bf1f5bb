import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import { packageApp } from '../../local/build/package.ts';
import { printFigures } from './support/figures.ts';

// What an instance has to fetch and unpack before it starts, beside the same app with its packages as npm installs them.

const projectDir = join(import.meta.dirname, '..', '..');
const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
const { zip, bytes } = await packageApp({ outDir });
const own = unzipSync(await readFile(zip));
await rm(outDir, { recursive: true });

const { stdout } = await promisify(execFile)('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
  cwd: projectDir,
});
const folders = stdout.trim().split('\n').slice(1);
const installed: Record<string, Uint8Array> = {};
for (const folder of folders) {
  const files = globSync('**/*', {
    cwd: folder,
    exclude: (path) => path.split('/').includes('node_modules'),
  });
  for (const path of files) {
    const file = join(folder, path);
    if ((await stat(file)).isFile()) installed[file.slice(1)] = await readFile(file);
  }
}
const zipped = zipSync(installed, { level: 6 });

const MB = (size: number) => `${(size / 1e6).toFixed(2)} MB`;
const unpacked = (files: Record<string, Uint8Array>) =>
  Object.values(files).reduce((total, { length }) => total + length, 0);
const counts = [own, installed].map((files) => Object.keys(files).length);
const [ownCount = 0, installedCount = 0] = counts;
printFigures('Package: what is deployed, beside its packages unbundled', [
  { what: 'zip', ours: MB(bytes), beside: MB(zipped.length), ratio: zipped.length / bytes },
  {
    what: 'files',
    ours: String(ownCount),
    beside: String(installedCount),
    ratio: installedCount / ownCount,
  },
  {
    what: 'unpacked',
    ours: MB(unpacked(own)),
    beside: MB(unpacked(installed)),
    ratio: unpacked(installed) / unpacked(own),
  },
]);
