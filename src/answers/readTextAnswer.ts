import type { Answer, AnswerTable, ApprovalRequest, Citation } from './answer.ts';
import { type Definition, withDefinitions } from './text/definitions.ts';
import { findCitations, writeMarks } from './text/findCitations.ts';
import { ownRowsId } from './text/ownRows.ts';
import { splitTables } from './text/splitTables.ts';
import { takeTitle } from './text/tableTitle.ts';
import { toTextTable } from './text/toTextTable.ts';

/** An answer that is a text. */
export interface TextAnswer {
  /** Markdown. */
  text: string;
  citations?: readonly Citation[] | undefined;
  approval?: ApprovalRequest | undefined;
  /** When it was given; milliseconds since 1970. */
  readAt?: number | undefined;
}

/**
 * Turns an answer that is a text into one with texts and tables, in their order. The same text always gives the same
 * tables by the same IDs, so that a later download finds its table.
 */
export function readTextAnswer({ text, citations = [], approval, readAt }: TextAnswer): Answer {
  const texts: string[] = [];
  const tables: AnswerTable[] = [];
  const named: Citation[] = [];
  const definitions: Definition[] = [];
  let before: string[] = [];
  const flush = () => {
    const words = writeMarks(before.join('\n').replace(/^(?:[ \t]*\n)+/, '')).trimEnd();
    if (saysSomething(words)) texts.push(words);
    before = [];
  };
  for (const part of splitTables(text)) {
    if ('lines' in part) {
      definitions.push(...part.definitions);
      named.push(...findCitations(part.lines, part.definitions));
      before = part.lines;
      continue;
    }
    const { lines, title } = takeTitle(before);
    before = lines;
    flush();
    tables.push(
      toTextTable(part.table, {
        attachmentId: ownRowsId(tables.length + 1),
        ...(title && { title }),
        textsBefore: texts.length,
        ...(readAt !== undefined && { readAt }),
      }),
    );
  }
  flush();
  const sources = [...citations, ...named];
  return {
    kind: 'answer',
    texts: withDefinitions(texts, definitions),
    tables,
    suggestions: [],
    ...(sources.length > 0 && { citations: sources }),
    ...(approval && { approval }),
  };
}

/** Lines across the text that stood around a table say nothing. */
function saysSomething(words: string): boolean {
  return /[^\s*_-]/.test(words);
}
