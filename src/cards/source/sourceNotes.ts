import type { Answer } from '../../answers/answer.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';

const maxTables = 3;
const maxNameLength = 40;

/**
 * Where an answer comes from, for its small print: that it is trusted, the tables it was read from, and that it is
 * Genie's if it is. Each is a piece of its own, to be joined by the caller.
 */
export function sourceNotes(
  { tables }: Answer,
  { texts, isFromEndpoint }: Pick<Reader, 'texts'> & { isFromEndpoint?: true },
): string[] {
  const words = texts.provenance;
  // Next to another table, the mark would be read as that one's, too.
  const isTrusted = tables.length > 0 && tables.every((table) => table.isTrusted);
  return [
    ...(isTrusted ? [words.trusted] : []),
    ...tableNote(tables, words),
    ...(isFromEndpoint ? [] : [words.poweredByGenie]),
  ];
}

function tableNote(tables: Answer['tables'], words: Reader['texts']['provenance']): string[] {
  const known = new Map<string, string>();
  for (const { sources } of tables) {
    // Some of the tables would look like all of them.
    if (sources === undefined) return [];
    for (const { name, fullName } of sources) {
      known.set(fullName.toLowerCase(), clipLine(name, maxNameLength));
    }
  }
  const names = [...known.values()];
  if (names.length === 0) return [];
  const more = Math.max(0, names.length - maxTables);
  return [words.from({ tables: names.slice(0, maxTables), more })];
}
