import { lexer, type Token, type Tokens } from 'marked';
import type { CardElement, RichTextBlock, Table, TextRun } from './adaptiveCard.ts';
import { markdownRuns } from './markdownRuns.ts';
import { type BlockStyle, noteText, richText, textRun } from './richText.ts';

const maxTableRows = 20;
const maxTableColumns = 8;

/** More lists and quotes in one another, on one line, than anybody writes. The parser's time grows with their square. */
const nested = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){20}/m;

/**
 * Genie's Markdown as card elements. The channels read different dialects, and some load images and show links, which a
 * row of data could contain just as well; so the text is parsed here and no client gets any Markdown. Paragraphs,
 * headings, lists, quotes, code and tables keep their form; of links and images only the words remain.
 */
export function markdownElements(markdown: string): CardElement[] {
  if (nested.test(markdown)) return [richText(markdown)];
  try {
    return blockElements(lexer(markdown));
  } catch {
    // The parser gives up on absurdly deep nesting; the words are still worth reading.
    return [richText(markdown)];
  }
}

function blockElements(tokens: readonly Token[], indent = ''): CardElement[] {
  return tokens.flatMap((token) => blockElement(token, indent));
}

function blockElement(token: Token, indent: string): CardElement[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'heading':
      return paragraph(markdownRuns((token as Tokens.Heading).tokens, { weight: 'Bolder' }));
    case 'list':
      return listElements(token as Tokens.List, indent);
    case 'blockquote':
      return blockElements((token as Tokens.Blockquote).tokens, `${indent}│ `);
    case 'code':
      return [richText((token as Tokens.Code).text, { fontType: 'Monospace' })];
    case 'table':
      return tableElements(token as Tokens.Table);
    default:
      return paragraph(withPrefix(indent, markdownRuns([token])));
  }
}

function listElements(list: Tokens.List, indent: string): CardElement[] {
  const first = typeof list.start === 'number' ? list.start : 1;
  return list.items.flatMap((item, index) => {
    const marker = list.ordered ? `${first + index}. ` : '• ';
    const inner = item.tokens.filter((token) => token.type !== 'list');
    const nested = item.tokens.filter((token) => token.type === 'list');
    const words = inner.flatMap((token, position) => [
      ...(position > 0 && token.type === 'paragraph' ? [textRun(' ')] : []),
      ...markdownRuns([token]),
    ]);
    return [
      ...paragraph(withPrefix(indent + marker, words), { spacing: 'Small' }),
      // Clients drop ordinary spaces at the start of a line.
      ...blockElements(nested, `${indent}\u2003`),
    ];
  });
}

function tableElements(table: Tokens.Table): CardElement[] {
  const notes = [
    ...(table.rows.length > maxTableRows ? [`${maxTableRows} of ${table.rows.length} rows`] : []),
    ...(table.header.length > maxTableColumns
      ? [`${maxTableColumns} of ${table.header.length} columns`]
      : []),
  ];
  return [tableElement(table), ...(notes.length > 0 ? [noteText(notes.join(' · '))] : [])];
}

function tableElement(table: Tokens.Table): Table {
  const header = table.header.map((cell) => markdownRuns(cell.tokens, { weight: 'Bolder' }));
  const rows = table.rows
    .slice(0, maxTableRows)
    .map((row) => row.map((cell) => markdownRuns(cell.tokens)));
  const cells = [header, ...rows].map((row) => row.slice(0, maxTableColumns));
  return {
    type: 'Table',
    firstRowAsHeaders: true,
    columns: header.slice(0, maxTableColumns).map(() => ({ width: 1 })),
    rows: cells.map((row) => ({
      type: 'TableRow',
      cells: row.map((runs) => ({ type: 'TableCell', items: paragraph(runs) })),
    })),
  };
}

function withPrefix(prefix: string, runs: TextRun[]): TextRun[] {
  return prefix === '' || runs.length === 0 ? runs : [textRun(prefix), ...runs];
}

function paragraph(runs: readonly TextRun[], style: BlockStyle = {}): RichTextBlock[] {
  const inlines = mergeRuns(runs);
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', ...style, inlines }];
}

/** Merges neighbouring runs that look the same: every run costs about 30 characters of the card. */
function mergeRuns(runs: readonly TextRun[]): TextRun[] {
  const merged: TextRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && styleKey(last) === styleKey(run)) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

function styleKey({ text: _, ...style }: TextRun): string {
  return JSON.stringify(style);
}
