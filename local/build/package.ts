import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildFunctions } from './build.ts';
import { createSbom } from './sbom.ts';
import { listShippedPackages } from './shippedPackages.ts';
import { zipFolder } from './zipFolder.ts';

interface PackageOptions {
  /** Where to put the zip and the folder with its contents. Default: the project's `dist`. */
  outDir?: string;
}

export interface AppPackage {
  /** What is deployed. */
  zip: string;
  /** The same as files, for `azd`. */
  folder: string;
  /** Size of the zip. */
  bytes: number;
}

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * Azure downloads and unpacks the package at every cold start, so its size costs time. A good half is Web Chat, which
 * comes compressed once more only where a browser can't read it.
 */
const maxBytes = 2_500_000;

/**
 * Packs what is deployed: the bundle, the chat page, host.json, a package.json that names the bundle and nothing to
 * install, and the bill of materials. Source maps are left out, since Node doesn't read them there: building the same
 * version recreates them.
 *
 * @throws Error when the package is too large for a quick cold start
 */
export async function packageApp({ outDir }: PackageOptions = {}): Promise<AppPackage> {
  const target = outDir ?? join(projectDir, 'dist');
  const folder = join(target, 'app');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const entry = await buildFunctions({ outDir: join(folder, 'dist'), isForAzure: true });
  for (const map of globSync('**/*.map', { cwd: folder })) await rm(join(folder, map));
  const { name, version } = JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'));
  const main = relative(folder, entry).replaceAll('\\', '/');
  const packageJson = { name, version, private: true, type: 'module', main };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(packageJson, null, 2)}\n`);
  await writeFile(join(folder, 'host.json'), await readFile(join(projectDir, 'host.json')));
  const sbom = await createSbom(await listShippedPackages());
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);

  const zip = join(target, 'app.zip');
  const bytes = await zipFolder(folder);
  if (bytes.length > maxBytes) {
    throw new Error(`The package has ${bytes.length} bytes; the limit is ${maxBytes}.`);
  }
  await writeFile(zip, bytes);
  return { zip, folder, bytes: bytes.length };
}

if (import.meta.main) {
  const { zip, bytes } = await packageApp();
  console.log(`${relative(process.cwd(), zip)}: ${Math.ceil(bytes / 1000)} kB`);
}
