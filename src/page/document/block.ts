import type { InlineRun } from '../../markdown/inlineRuns.ts';

/** Words of one look. What comes from data is a text in all of them, never markup. */
export interface Run extends InlineRun {
  /** An address that we made ourselves. Only a page of ours links to it: in a file it would lead nowhere. */
  href?: string;
}

export interface Column {
  heading: string;
  /** Its figures line up at the right. */
  isRight?: boolean;
}

/** A piece of a document, be it written as Markdown or as HTML. */
export type Block =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[]; isNote?: true }
  | { type: 'list'; start?: number; items: Block[][] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'code'; text: string; language?: 'sql' }
  | { type: 'table'; columns: Column[]; rows: Iterable<string[]>; name: string }
  /** A table of a text, whose cells have looks of their own. */
  | { type: 'text-table'; columns: { runs: Run[]; isRight?: boolean }[]; rows: Run[][][] }
  | { type: 'picture'; url: `data:${string}`; altText: string }
  /** What a person opens when they want it. */
  | { type: 'details'; summary: string; blocks: Block[] }
  | { type: 'section'; blocks: Iterable<Block>; isRightToLeft?: boolean };

/** A paragraph of one look. */
export function paragraph(text: string, look: Omit<Run, 'text'> = {}): Block {
  return { type: 'paragraph', runs: [{ text, ...look }] };
}

/** Small print. */
export function note(text: string): Block {
  return { type: 'paragraph', runs: [{ text }], isNote: true };
}

export function heading(level: number, text: string): Block {
  return { type: 'heading', level, runs: [{ text }] };
}
