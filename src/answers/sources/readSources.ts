import type { SourceTable } from '../answer.ts';
import { findTables } from './findTables.ts';

/** A longer statement isn't read. Genie's own have a few hundred characters. */
const maxLength = 50_000;

/**
 * The tables that a statement reads, each once, in its order. A wrong name is worse than none: for a statement that isn't
 * understood in full there are none at all, since a part of them would look like all of them.
 */
export function readSources(sql: string): SourceTable[] {
  if (sql.length > maxLength) return [];
  const known = new Map<string, readonly string[]>();
  for (const parts of findTables(sql) ?? []) {
    const key = JSON.stringify(parts.map((part) => part.toLowerCase()));
    if (!known.has(key)) known.set(key, parts);
  }
  const tables = [...known.values()];
  const namesakes = Map.groupBy(tables, ownName);
  return tables.map((parts) => {
    const fullName = parts.map(quoted).join('.');
    const isAlone = namesakes.get(ownName(parts))?.length === 1;
    return { name: (isAlone && parts.at(-1)) || fullName, fullName };
  });
}

const ownName = (parts: readonly string[]) => parts.at(-1)?.toLowerCase();

/** As it has to be written in SQL. */
function quoted(part: string): string {
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(part) ? part : `\`${part.replaceAll('`', '``')}\``;
}
