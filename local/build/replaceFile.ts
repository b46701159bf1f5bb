import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** In one step, and only if something changed: another instance might be reading the same file. */
export async function replaceFile(path: string, contents: Uint8Array): Promise<void> {
  const current = await readFile(path).catch(() => undefined);
  if (current?.equals(contents)) return;
  const draft = `${path}.${randomUUID()}.tmp`;
  await writeFile(draft, contents);
  await rename(draft, path);
}
