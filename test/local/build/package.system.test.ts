import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppPackage, packageApp } from '../../../local/build/package.ts';

describe('the package', () => {
  let outDir: string;
  let made: AppPackage;
  let files: Record<string, Uint8Array>;

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'package-'));
    made = await packageApp({ outDir });
    files = unzipSync(await readFile(made.zip));
  });
  afterAll(() => rm(outDir, { recursive: true }));

  const readJson = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString());

  it('holds the bundle, the page, host.json, package.json and the bill of materials, and nothing else', () => {
    const others = Object.keys(files)
      .filter((path) => !/^dist\/[\w-]+\.mjs$/.test(path))
      .map((path) => path.replace(/-[0-9a-f]{16}\./, '.'));
    expect(others.toSorted()).toEqual([
      'dist/page/icon.svg.br',
      'dist/page/manifest.json',
      'dist/page/page.css.br',
      'dist/page/page.js.br',
      'dist/page/webchat.js.LICENSE.txt',
      'dist/page/webchat.js.br',
      'host.json',
      'package.json',
      'sbom.cdx.json',
    ]);
    expect(files['dist/index.mjs']).toBeDefined();
  });

  it('is small enough for a cold start', () => {
    expect(made.bytes).toBeLessThan(2_500_000);
  });

  it('needs nothing to be installed', () => {
    const { main, type, dependencies } = readJson('package.json');
    expect({ main, type, dependencies }).toEqual({
      main: 'dist/index.mjs',
      type: 'module',
      dependencies: undefined,
    });
  });

  it('carries the host.json that the tests run with', async () => {
    const own = await readFile(join(import.meta.dirname, '..', '..', '..', 'host.json'), 'utf8');
    expect(readJson('host.json')).toEqual(JSON.parse(own));
  });

  it('has the same bytes when the same version is packed again', async () => {
    const first = await readFile(made.zip);
    const again = await packageApp({ outDir });
    expect(first.equals(await readFile(again.zip))).toBe(true);
  });

  it('is also there as a folder, for azd', async () => {
    const paths = await readdir(made.folder, { recursive: true, withFileTypes: true });
    expect(paths.filter((path) => path.isFile())).toHaveLength(Object.keys(files).length);
  });
});
