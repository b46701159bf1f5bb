import type { Token, Tokens } from 'marked';
import type { CardElement, ColumnSet } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';
import { markdownRuns } from './markdownRuns.ts';
import { markdownTable } from './markdownTable.ts';
import { type Indent, paragraph } from './paragraph.ts';

/** As wide as a bullet; clients keep it at the start of a line. */
const step = '\u2003';
/** Deeper lists and quotes stay there, in characters: on a phone, there must be room for the words. */
const maxIndent = 8;

/** What can stand beside the mark of a list item. */
const headTypes: ReadonlySet<string> = new Set(['checkbox', 'text', 'paragraph', 'heading']);

/** The block tokens of a Markdown text as elements; `indent` stands before each of their lines. */
export function markdownBlocks(tokens: readonly Token[], indent = ''): CardElement[] {
  return tokens.flatMap((token, index) => {
    const [first, ...others] = blockElements(token, indent);
    if (first === undefined) return [];
    return [{ ...first, ...(isBelowLine(tokens, index) && { separator: true }) }, ...others];
  });
}

/** Whether a line across the text comes right before this token. */
function isBelowLine(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.type === 'space' ? tokens[index - 2]?.type === 'hr' : before?.type === 'hr';
}

function blockElements(token: Token, indent: string): CardElement[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'list':
      return listElements(token as Tokens.List, indent);
    case 'blockquote':
      return markdownBlocks((token as Tokens.Blockquote).tokens, deeper(indent, '│ '));
    case 'code':
      return codeElements(token as Tokens.Code, indent);
    case 'table':
      return beside(indent, markdownTable(token as Tokens.Table));
    default:
      return textElements([token], { first: indent, rest: indent });
  }
}

function deeper(indent: string, mark: string): string {
  return indent.length < maxIndent ? indent + mark : indent;
}

function textElements(tokens: readonly Token[], indent: Indent): CardElement[] {
  const runs = tokens.flatMap((token) =>
    token.type === 'heading'
      ? markdownRuns((token as Tokens.Heading).tokens, { weight: 'Bolder' })
      : markdownRuns([token]),
  );
  return paragraph(runs, indent);
}

/** Its lines are exactly those of the code, so that it can be copied. */
function codeElements({ text }: Tokens.Code, indent: string): CardElement[] {
  const code = text.replace(/\n$/, '');
  return code.trim() === '' ? [] : beside(indent, [richText(code, { fontType: 'Monospace' })]);
}

function listElements(list: Tokens.List, indent: string): CardElement[] {
  const start = typeof list.start === 'number' ? list.start : 1;
  return list.items.flatMap((item, index) =>
    itemElements(item, indent, list.ordered ? `${start + index}. ` : '• '),
  );
}

/** The words beside the mark, then whatever else belongs to the item, indented. */
function itemElements({ tokens }: Tokens.ListItem, indent: string, mark: string): CardElement[] {
  const rest = deeper(indent, step);
  const end = tokens.findIndex(({ type }) => type !== 'checkbox') + 1;
  const head = tokens.slice(0, end).filter(({ type }) => headTypes.has(type));
  const [first, ...others] = textElements(head, { first: `${indent}${mark}`, rest });
  const words = first ?? richText(`${indent}${mark}`.trimEnd());
  const blocks = markdownBlocks(tokens.slice(head.length), rest);
  if (first === undefined && blocks.length === 0) return [];
  return [{ ...words, spacing: 'Small' }, ...others, ...blocks];
}

/** Elements that can't be indented line by line, beside what would stand before their lines. */
function beside(indent: string, items: CardElement[]): CardElement[] {
  if (indent === '') return items;
  const columns: ColumnSet['columns'] = [
    { type: 'Column', width: 'auto', items: [richText(indent)] },
    { type: 'Column', width: 'stretch', items },
  ];
  return [{ type: 'ColumnSet', columns }];
}
