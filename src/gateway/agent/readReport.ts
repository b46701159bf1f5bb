import type { Answer, AnswerTable, Citation } from '../../answers/answer.ts';
import { readTable } from '../../answers/readTable.ts';
import { readTextAnswer } from '../../answers/readTextAnswer.ts';
import { readSources } from '../../answers/sources/readSources.ts';
import { ownRowsId } from '../../answers/text/ownRows.ts';
import type { Message, QueryAttachment, TextAttachment } from '../../genie/types.ts';

/**
 * Turns a report, whose rows came with it or stand in its texts, into one answer. All of its tables belong to it: unlike in
 * chat mode, what the agent corrected on the way isn't among them. The same report always gives the same tables by the
 * same IDs, so that a later download finds its table.
 */
export function readReport({ attachments, createdAt }: Message): Answer {
  const texts: string[] = [];
  const tables: AnswerTable[] = [];
  const citations: Citation[] = [];
  const add = (table: AnswerTable, textsBefore: number) => {
    tables.push({ ...table, attachmentId: ownRowsId(tables.length + 1), textsBefore });
  };
  for (const attachment of attachments) {
    if (attachment.kind === 'query') add(toTable(attachment, createdAt), texts.length);
    if (attachment.kind !== 'text') continue;
    const read = readText(attachment, createdAt);
    for (const table of read.tables) {
      add(table, texts.length + (table.textsBefore ?? read.texts.length));
    }
    texts.push(...read.texts);
    citations.push(...(read.citations ?? []));
  }
  const sources = listOnce(citations);
  return {
    kind: 'answer',
    texts,
    tables,
    suggestions: [],
    ...(sources.length > 0 && { citations: sources }),
  };
}

function toTable(query: QueryAttachment, ranAt: number | undefined): AnswerTable {
  const { result } = query;
  const dated = ranAt === undefined ? {} : { ranAt };
  return readTable(query, result && { ...result, ...dated });
}

function readText({ content, citations, sql }: TextAttachment, readAt: number | undefined): Answer {
  const read = readTextAnswer({ text: content, citations, readAt });
  if (sql === undefined) return read;
  const sources = readSources(sql);
  const known = { sql, ...(sources.length > 0 && { sources }) };
  return { ...read, tables: read.tables.map((table) => ({ ...table, ...known })) };
}

function listOnce(citations: readonly Citation[]): Citation[] {
  const keyOf = ({ title, url = '' }: Citation) => `${title}\n${url}`;
  return [...new Map(citations.map((each) => [keyOf(each), each])).values()];
}
