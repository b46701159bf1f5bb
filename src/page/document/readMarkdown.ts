import type { Token, Tokens } from 'marked';
import { inlineRuns } from '../../markdown/inlineRuns.ts';
import { lexSafely } from '../../markdown/lexSafely.ts';
import { type Block, paragraph } from './block.ts';
import { splitMarkdown } from './splitMarkdown.ts';

/** The title and the questions have the levels above. */
const topLevel = 3;

/**
 * Genie's Markdown as blocks, in the form that people saw in the chat: HTML in it is text, and of links and pictures only
 * the words remain.
 */
export function readMarkdown(markdown: string): Block[] {
  return splitMarkdown(markdown).flatMap(readPiece);
}

function readPiece(markdown: string): Block[] {
  const tokens = lexSafely(markdown);
  try {
    return tokens ? toBlocks(tokens) : [paragraph(markdown)];
  } catch {
    return [paragraph(markdown)];
  }
}

function toBlocks(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(toBlock);
}

function toBlock(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
    case 'checkbox':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return filled({
        type: 'heading',
        level: Math.min(6, topLevel + depth - 1),
        runs: inlineRuns(tokens),
      });
    }
    case 'list':
      return [toList(token as Tokens.List)];
    case 'blockquote':
      return [{ type: 'quote', blocks: toBlocks((token as Tokens.Blockquote).tokens) }];
    case 'code': {
      const { text } = token as Tokens.Code;
      return text.trim() === '' ? [] : [{ type: 'code', text: text.replace(/\n$/, '') }];
    }
    case 'table':
      return [toTable(token as Tokens.Table)];
    default:
      return filled({ type: 'paragraph', runs: inlineRuns([token]) });
  }
}

function filled(block: Block & { type: 'heading' | 'paragraph' }): Block[] {
  return block.runs.some(({ text }) => text.trim() !== '') ? [block] : [];
}

function toList({ ordered, start, items }: Tokens.List): Block {
  const first = typeof start === 'number' ? start : 1;
  return {
    type: 'list',
    ...(ordered && { start: first }),
    items: items.map(({ tokens }) => toItem(tokens)),
  };
}

/** Its box to tick stands before the words, and is no block of its own. */
function toItem([first, ...others]: readonly Token[]): Block[] {
  if (first === undefined) return [];
  if (first.type !== 'checkbox') return toBlocks([first, ...others]);
  const box = inlineRuns([first]);
  const [words, ...rest] = toBlocks(others);
  return words?.type === 'paragraph'
    ? [{ ...words, runs: [...box, ...words.runs] }, ...rest]
    : [{ type: 'paragraph', runs: box }, ...toBlocks(others)];
}

function toTable({ header, rows }: Tokens.Table): Block {
  return {
    type: 'text-table',
    columns: header.map(({ tokens, align }) => ({
      runs: inlineRuns(tokens),
      ...(align === 'right' && { isRight: true }),
    })),
    rows: rows.map((row) => row.map(({ tokens }) => inlineRuns(tokens))),
  };
}
