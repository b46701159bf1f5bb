import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { bundleOptions } from './build.ts';

/** A package of which something is in the bundle. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As its package.json says it, mostly an SPDX expression. */
  license: string;
}

const projectDir = join(import.meta.dirname, '..');

/** The packages that are deployed, by what esbuild says went into the bundle, in the order of their names. */
export async function listShippedPackages(): Promise<ShippedPackage[]> {
  const entry = join(projectDir, 'functions', 'index.ts');
  const options = bundleOptions(entry, join(projectDir, 'dist'));
  const { metafile } = await build({ ...options, write: false, metafile: true });
  // Otherwise esbuild keeps a process for the next build.
  await stop();
  const folders = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => packageFolder(path) ?? []),
  );
  const packages = await Promise.all([...folders].map(readPackage));
  return packages.sort((one, other) => key(one).localeCompare(key(other), 'en'));
}

/** `node_modules/a/node_modules/@b/c` of a file in it; `undefined` for a file of ours. */
function packageFolder(path: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

async function readPackage(folder: string): Promise<ShippedPackage> {
  const text = await readFile(join(projectDir, folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(text);
  return { name, version, license: typeof license === 'string' ? license : 'unknown' };
}

const key = ({ name, version }: ShippedPackage) => `${name}@${version}`;
