import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ShippedPackage } from './shippedPackages.ts';

/** The parts of a CycloneDX document that are looked at. https://cyclonedx.org/docs/1.5/json/ */
export interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { 'bom-ref': string } };
  components: { 'bom-ref': string; name: string; version: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * The bill of materials of what is deployed, in CycloneDX: what `npm sbom` says about the packages that are in the
 * bundle. Its own `--omit=dev` leaves out each package that a development tool needs as well, and keeps those of which
 * nothing is bundled. It says nothing of when it was made, nor by which npm: the same versions make the same bytes.
 */
export async function createSbom(shipped: readonly ShippedPackage[]): Promise<Sbom> {
  const all = await readNpmSbom();
  const refs = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
  const { serialNumber: _random, metadata, components, dependencies, ...rest } = all;
  const { timestamp: _now, tools: _npm, ...about } = metadata;
  const root = metadata.component['bom-ref'];
  return {
    ...rest,
    metadata: about,
    components: components.filter((component) => refs.has(component['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => ref === root || refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => refs.has(to)) })),
  };
}

async function readNpmSbom(): Promise<Sbom> {
  // A development tool's peer dependency that does not fit is no reason to say nothing about what is deployed.
  const args = ['sbom', '--sbom-format=cyclonedx', '--legacy-peer-deps'];
  const options = { cwd: projectDir, maxBuffer: 64 * 1024 * 1024 };
  // Under npm its own file is run, since `npm` is a script on Windows, which cannot be run without a shell.
  const npm = process.env['npm_execpath'];
  const { stdout } = npm
    ? await promisify(execFile)(process.execPath, [npm, ...args], options)
    : await promisify(execFile)('npm', args, { ...options, shell: process.platform === 'win32' });
  return JSON.parse(stdout);
}
