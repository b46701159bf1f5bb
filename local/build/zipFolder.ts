import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The earliest time a zip can hold, so that the same files always give the same bytes. */
const packedAt = new Date(1980, 0, 1);

/** All files of a folder as a zip, by their relative paths with slashes. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const path of globSync('**/*.*', { cwd: folder }).toSorted()) {
    files[path.replaceAll('\\', '/')] = await readFile(join(folder, path));
  }
  return zipSync(files, { level: 9, mtime: packedAt });
}
