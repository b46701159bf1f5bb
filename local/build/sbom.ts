import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ShippedPackage } from './shippedPackages.ts';

/** The parts of a CycloneDX document that are read. https://cyclonedx.org/docs/1.5/json/ */
export interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { 'bom-ref': string } };
  components: { 'bom-ref': string; name: string; version: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * The bill of materials of what is deployed, in CycloneDX: what `npm sbom` says about the packages that are in the
 * bundle. npm's own `--omit=dev` drops every package that a development tool needs too, and keeps packages of which
 * nothing is bundled. The document doesn't say when or by which npm it was made: the same versions give the same bytes.
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
  // A development tool's mismatched peer dependency is no reason to list nothing.
  const args = ['sbom', '--sbom-format=cyclonedx', '--legacy-peer-deps'];
  const options = { cwd: projectDir, maxBuffer: 64 * 1024 * 1024 };
  // Under npm, this runs npm's own file: on Windows `npm` is a script, which can't run without a shell.
  const npm = process.env['npm_execpath'];
  const { stdout } = npm
    ? await promisify(execFile)(process.execPath, [npm, ...args], options)
    : await promisify(execFile)('npm', args, { ...options, shell: process.platform === 'win32' });
  return JSON.parse(stdout);
}
