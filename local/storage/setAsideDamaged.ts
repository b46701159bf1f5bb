import { readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * Renames database files if one of them can't be read, so that storage starts without them rather than not at all. They
 * are useless without each other, so all of them go. Reports it through `warn`. Missing files are fine.
 */
export async function setAsideDamaged(
  files: readonly string[],
  warn: (message: string) => void,
): Promise<void> {
  const present: { file: string; damaged: boolean }[] = [];
  for (const file of files) {
    const content = await readFile(file, 'utf8').catch(() => undefined);
    if (content !== undefined) present.push({ file, damaged: !isDatabase(content) });
  }
  if (!present.some(({ damaged }) => damaged)) return;
  for (const { file, damaged } of present) {
    const aside = `${file}.damaged-${Date.now()}`;
    await rename(file, aside);
    const reason = damaged ? 'is damaged' : 'belongs to a file that is damaged';
    warn(`${file} ${reason} and was renamed to ${basename(aside)}. Storage starts without it.`);
  }
}

function isDatabase(content: string): boolean {
  try {
    const { collections } = JSON.parse(content) ?? {};
    return Array.isArray(collections);
  } catch {
    return false;
  }
}
