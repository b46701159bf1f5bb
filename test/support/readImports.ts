import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface Import {
  from: string;
  /** A path from the root for our own files, otherwise the package's name. */
  to: string;
  isPackage: boolean;
  typeOnly: boolean;
}

export const root = join(import.meta.dirname, '..', '..');

/** What a file of the project, named by its path from the root, imports. */
export function readImports(from: string): Import[] {
  const found = readFileSync(join(root, from), 'utf8').matchAll(
    /(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\s*\(?'([^']+)'/g,
  );
  return [...found].map(([, type, named, alone]) => {
    const target = named ?? alone ?? '';
    const isPackage = !/^(?:\.|node:)/.test(target);
    const to = target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : target;
    return { from, to, isPackage, typeOnly: type !== undefined };
  });
}
