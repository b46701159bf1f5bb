import type { Tokens } from 'marked';
import { hideBarsInCode, lexTable } from '../../markdown/lexMarkdown.ts';
import { type Definition, readDefinition } from './definitions.ts';

/** A part of a text: lines, without those that only define where references lead, or a table as the parser read it. */
export type Part = { lines: string[]; definitions: Definition[] } | { table: Tokens.Table };

/** The line below a table's header, without its blanks. */
const delimiterRow = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** A header isn't a list's item, a quote, a heading or code. */
const noHeader = /^(?: {4}|\t| {0,3}(?:>|#|(?:[-*+]|\d{1,9}[.)])[ \t]))/;
const quote = /^ {0,3}>/;
const blank = /^[ \t]*$/;
/** What begins something else, even if it has a bar. */
const noRow = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|(?:[-*+]|1[.)])[ \t])/;
/** What is parsed at first; tables that go on are parsed again with more, so that the time stays in proportion. */
const firstLines = 128;
const growth = 4;

/**
 * Splits a Markdown text at its tables. Those in lists, quotes and code stay what they are: lines of the text. Only the
 * lines of a table are given to the parser, whose time grows faster than a long text.
 */
export function splitTables(markdown: string): Part[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const parts: Part[] = [];
  let [words, place]: [Words, Place] = [noWords(), outside];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    // A long text can be hardly anything but empty lines.
    if (line === '' && !place.isInWords) {
      words.lines.push(line);
      continue;
    }
    const found = isOpen(place, line) ? readTableAt(lines, at) : undefined;
    if (found === undefined) {
      const definition = place.fence === undefined ? readDefinition(line) : undefined;
      place = after(place, line);
      if (definition) words.definitions.push(definition);
      else words.lines.push(line);
      continue;
    }
    parts.push(words, { table: found.table });
    [words, place] = [noWords(), outside];
    at += found.length - 1;
  }
  return [...parts, words];
}

type Words = Extract<Part, { lines: string[] }>;

function noWords(): Words {
  return { lines: [], definitions: [] };
}

/** Where a line is. */
interface Place {
  /** The fence that ends the code. */
  fence?: string;
  /** In a list, what is indented belongs to it; what follows its words without a blank line does as well. */
  isInList?: boolean;
  isInWords?: boolean;
}

const outside: Place = {};

/** Whether a table could begin with this line. */
function isOpen({ fence, isInList, isInWords }: Place, line: string): boolean {
  if (fence !== undefined || isInWords || blank.test(line) || noHeader.test(line)) return false;
  return !isInList || !/^[ \t]/.test(line);
}

/** Where the line after this one is. */
function after(place: Place, line: string): Place {
  if (blank.test(line)) return place.isInWords ? { ...place, isInWords: false } : place;
  const mark = fence.exec(line)?.[1];
  if (place.fence !== undefined) {
    const ends = mark?.startsWith(place.fence) && blank.test(line.trimStart().slice(mark.length));
    return ends ? outside : place;
  }
  if (mark !== undefined) return { fence: mark };
  if (listItem.test(line)) return { isInList: true, isInWords: true };
  if (quote.test(line)) return { isInWords: true };
  if (place.isInList && !place.isInWords && !/^[ \t]/.test(line)) return outside;
  return place;
}

interface Found {
  table: Tokens.Table;
  /** In lines. */
  length: number;
}

function readTableAt(lines: readonly string[], at: number): Found | undefined {
  const [header = '', delimiter = ''] = lines.slice(at, at + 2);
  if (!delimiterRow.test(delimiter.replace(/[ \t]+/g, ''))) return undefined;
  const head = lexTable(`${header}\n${delimiter}\n`);
  if (head === undefined) return undefined;
  const isRow = (line: string) =>
    !blank.test(line) && !noRow.test(line) && (head.header.length === 1 || line.includes('|'));
  for (let count = firstLines; ; count *= growth) {
    const source = lines.slice(at, at + count);
    const end = source.findIndex((line, index) => index > 1 && !isRow(line));
    const own = end < 0 ? source : source.slice(0, end);
    const table = lexTable(widen(own, head.header.length).join('\n')) ?? head;
    const length = Math.min(own.length, table.rows.length + 2);
    if (length === count && at + length < lines.length) continue;
    // Without rows there is nothing to read or to download.
    return table.rows.length === 0 ? undefined : { table, length };
  }
}

/** More than any row has by mistake. */
const mostCells = 100;

/**
 * The lines with as many columns as the longest row has cells. Markdown drops what is beyond the header, but what an
 * answer says isn't to be lost.
 */
function widen(lines: readonly string[], columns: number): string[] {
  const [header = '', delimiter = '', ...rows] = lines;
  const most = rows.reduce(
    (most, row) => Math.max(most, Math.min(countCells(row), mostCells)),
    columns,
  );
  if (most === columns) return [...lines];
  const more = (mark: string) => `${mark}|`.repeat(most - columns);
  return [`${closed(header)}${more(' ')}`, `${closed(delimiter)}${more('-')}`, ...rows];
}

function closed(line: string): string {
  return /\|[ \t]*$/.test(line) ? line.trimEnd() : `${line}|`;
}

/** Empty cells at the end say nothing. */
function countCells(line: string): number {
  const cells = hideBarsInCode(line)
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
