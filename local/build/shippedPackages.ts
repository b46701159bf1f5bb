import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { bundleOptions } from './build.ts';

/** A package with code in the bundle or in the page. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As stated in its package.json, usually an SPDX expression. */
  license: string;
}

const projectDir = join(import.meta.dirname, '..', '..');

/** What the page loads as it comes, with all that Microsoft has bundled into it. */
const webChat = 'node_modules/botframework-webchat';

/**
 * The deployed packages, according to esbuild's list of what went into the bundle, and Web Chat, sorted by name. The page's
 * own script uses none.
 */
export async function listShippedPackages(): Promise<ShippedPackage[]> {
  const entry = join(projectDir, 'functions', 'index.ts');
  const options = bundleOptions(entry, join(projectDir, 'dist'));
  const { metafile } = await build({ ...options, write: false, metafile: true });
  // Otherwise esbuild keeps a process alive for the next build.
  await stop();
  const folders = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => packageFolder(path) ?? []),
  );
  const packages = await Promise.all([...folders, webChat].map(readPackage));
  return packages.sort((one, other) => key(one).localeCompare(key(other), 'en'));
}

/** `node_modules/a/node_modules/@b/c` of a file in it; `undefined` for one of our own files. */
function packageFolder(path: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

async function readPackage(folder: string): Promise<ShippedPackage> {
  const text = await readFile(join(projectDir, folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(text);
  return { name, version, license: typeof license === 'string' ? license : 'unknown' };
}

const key = ({ name, version }: ShippedPackage) => `${name}@${version}`;
