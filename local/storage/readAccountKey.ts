import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const keyBytes = 64;

/**
 * The key that opens the storage in a data folder. The first start makes it up, and later ones find it there. One that
 * is damaged is replaced: nothing that is stored depends on it.
 */
export async function readAccountKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'account-key');
  const saved = await readFile(file, 'utf8').catch(() => '');
  if (isKey(saved)) return saved;
  const key = randomBytes(keyBytes).toString('base64');
  await writeFile(`${file}.new`, key, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}

function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === keyBytes && bytes.toString('base64') === text;
}
