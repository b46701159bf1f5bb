import { visibleText } from '../../cards/parts/plainText.ts';
import type { Block, Run } from './block.ts';
import { escapeLineStarts, escapeMarkdown } from './escapeMarkdown.ts';
import { longestRow, markdownCell, markdownLine, markdownRuns, oneLine } from './markdownRuns.ts';

/**
 * Blocks as Markdown (GFM), piece by piece. Every reader of Markdown shows the texts as they are: there are no links, no
 * pictures and no HTML in it.
 */
export function* markdownDocument(blocks: Iterable<Block>): Generator<string> {
  let before: Block | undefined;
  let isDashed = false;
  for (const block of blocks) {
    isDashed = followsItsLike(block, before) ? !isDashed : true;
    yield* writeBlock(block, isDashed);
    before = block;
  }
}

/** Two lists of a kind would be one, if their marks were the same. */
function followsItsLike(block: Block, before: Block | undefined): boolean {
  return (
    block.type === 'list' &&
    before?.type === 'list' &&
    (block.start === undefined) === (before.start === undefined)
  );
}

function* writeBlock(block: Block, isDashed: boolean): Generator<string> {
  switch (block.type) {
    case 'heading':
      yield closed(writeHeading(block.level, block.runs));
      return;
    case 'paragraph':
      yield closed(writeParagraph(block.runs));
      return;
    case 'list':
      yield closed(writeList(block, isDashed));
      return;
    case 'quote':
      yield closed(inQuote(whole(block.blocks)));
      return;
    case 'code':
      yield closed(writeCode(block.text, block.language));
      return;
    case 'table':
      yield* writeTable(block);
      return;
    case 'text-table':
      yield closed(writeTextTable(block));
      return;
    case 'picture':
      // Its words stand for it.
      yield closed(writeParagraph([{ text: block.altText }]));
      return;
    case 'details':
      yield closed(writeParagraph([{ text: block.summary, isBold: true }]));
      yield* markdownDocument(block.blocks);
      return;
    case 'section':
      yield* markdownDocument(block.blocks);
  }
}

/** A block and the empty line behind it; nothing if it's empty. */
function closed(markdown: string): string {
  return markdown === '' ? '' : `${markdown}\n\n`;
}

function whole(blocks: readonly Block[]): string {
  return [...markdownDocument(blocks)].join('').trimEnd();
}

function writeHeading(level: number, runs: readonly Run[]): string {
  const words = markdownLine(runs);
  if (words === '') return '';
  // Marks at its end would be read as the end of the heading.
  const shown = words.endsWith('#') ? `${words.slice(0, -1)}\\#` : words;
  return `${'#'.repeat(level)} ${shown}`;
}

function writeParagraph(runs: readonly Run[]): string {
  const lines = markdownRuns(trimmed(runs));
  // A line with nothing but its break would show the break's mark.
  return escapeLineStarts(lines.replace(/\n[ \t]*\\(?=\n)/g, ''));
}

/** A break at either end would break nothing. */
function trimmed(all: readonly Run[]): Run[] {
  const runs = all.map((run) => ({ ...run, text: visibleText(run.text) }));
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(Math.max(0, first), last + 1).map((run, at) => ({
    ...run,
    text: withoutEnds(run.text, at === 0, at === last - first),
  }));
}

function withoutEnds(text: string, atStart: boolean, atEnd: boolean): string {
  const begun = atStart ? text.trimStart() : text;
  return atEnd ? begun.trimEnd() : begun;
}

function writeList({ start, items }: Block & { type: 'list' }, isDashed: boolean): string {
  return items
    .map((blocks, at) => {
      const unordered = isDashed ? '- ' : '* ';
      const mark = start === undefined ? unordered : `${start + at}${isDashed ? '.' : ')'} `;
      return mark + indented(whole(blocks), ' '.repeat(mark.length));
    })
    .join('\n');
}

function indented(markdown: string, indent: string): string {
  return markdown.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function inQuote(markdown: string): string {
  return markdown === '' ? '' : `> ${markdown.replaceAll('\n', '\n> ')}`;
}

function writeCode(text: string, language = ''): string {
  const code = visibleText(text);
  const fence = '`'.repeat(Math.max(3, longestRow(code) + 1));
  return code.trim() === '' ? '' : `${fence}${language}\n${code}\n${fence}`;
}

function* writeTable({ columns, rows }: Block & { type: 'table' }): Generator<string> {
  if (columns.length === 0) return;
  yield `${rowOf(columns.map(({ heading }) => plainCell(heading)))}\n${lineBelow(columns)}\n`;
  for (const row of rows) yield `${rowOf(row.map(plainCell))}\n`;
  yield '\n';
}

function writeTextTable({ columns, rows }: Block & { type: 'text-table' }): string {
  const head = rowOf(columns.map(({ runs }) => markdownCell(runs)));
  return [head, lineBelow(columns), ...rows.map((row) => rowOf(row.map(markdownCell)))].join('\n');
}

function plainCell(text: string): string {
  return escapeMarkdown(oneLine(visibleText(text)).trim());
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function lineBelow(columns: readonly { isRight?: boolean }[]): string {
  return rowOf(columns.map(({ isRight }) => (isRight ? '--:' : '---')));
}
