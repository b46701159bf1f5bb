import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSbom, type Sbom } from '../../../local/build/sbom.ts';
import { listShippedPackages, type ShippedPackage } from '../../../local/build/shippedPackages.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Licences that ask for no more than their text to be kept. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
];

describe('what is deployed', () => {
  let shipped: ShippedPackage[];
  let sbom: Sbom;
  beforeAll(async () => {
    shipped = await listShippedPackages();
    sbom = await createSbom(shipped);
  });

  it('has permissive licences throughout', () => {
    expect(shipped.length).toBeGreaterThan(30);
    expect(shipped.filter(({ license }) => !permissive.includes(license))).toEqual([]);
  });

  it('is exactly what the bill of materials lists', () => {
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`);
    const names = shipped.map(({ name, version }) => `${name}@${version}`);
    expect(new Set(listed)).toEqual(new Set(names));
    expect(names).toContain('jsonwebtoken@9.0.3');
    expect(names).toContain('botframework-webchat@4.18.1');
  });

  it('has the same bill of materials whenever it is made', async () => {
    expect(await createSbom(shipped)).toEqual(sbom);
  });

  it('is listed by the npm that runs the script, whatever its version', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'npm-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const version of ['10.9.4', '11.6.1']) {
      const npm = join(folder, `npm-${version}.cjs`);
      const told = { ...sbom, metadata: { ...sbom.metadata, tools: [{ name: 'cli', version }] } };
      await writeFile(npm, `console.log(${JSON.stringify(JSON.stringify(told))})`);
      vi.stubEnv('npm_execpath', npm);
      // Nothing else to be found.
      vi.stubEnv('PATH', folder);
      expect(await createSbom(shipped)).toEqual(sbom);
    }
    expect(sbom.metadata).not.toHaveProperty('tools');
  });

  it('has no version of uuid that writes past its buffer (GHSA-w5hq-g745-h8pq)', () => {
    const versions = shipped.filter(({ name }) => name === 'uuid').map(({ version }) => version);
    expect(versions).toEqual(['11.1.1']);
  });
});

describe('the dependencies', () => {
  const packageJson = readJson('package.json');
  const lock: Record<string, LockedPackage> = readJson('package-lock.json').packages;

  it('are pinned to one version each', () => {
    const { dependencies, devDependencies, overrides } = packageJson;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it('run no install script except that of node', () => {
    const { allowScripts } = packageJson;
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed).toEqual(['node']);
    const withScript = Object.entries(lock)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(withScript.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});

interface LockedPackage {
  hasInstallScript?: boolean;
}
