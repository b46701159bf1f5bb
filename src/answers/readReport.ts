import type { Message } from '../genie/types.ts';
import type { Answer, AnswerTable, Citation } from './answer.ts';
import { readTable } from './readTable.ts';
import { readTextAnswer } from './readTextAnswer.ts';
import { ownRowsId } from './text/ownRows.ts';

/**
 * Turns a report, whose rows came with it, into one answer: its texts and its tables, those in the texts as well, each
 * where it stood. All of them belong to it: unlike in chat mode, what the agent corrected on the way isn't among them.
 */
export function readReport({ attachments, createdAt }: Message): Answer {
  const texts: string[] = [];
  const tables: AnswerTable[] = [];
  const citations: Citation[] = [];
  for (const attachment of attachments) {
    if (attachment.kind === 'query') {
      const { result } = attachment;
      const dated = createdAt === undefined ? {} : { ranAt: createdAt };
      const table = readTable(attachment, result && { ...result, ...dated });
      tables.push({ ...table, textsBefore: texts.length });
    }
    if (attachment.kind !== 'text') continue;
    const { id, content: text, citations: cited } = attachment;
    const read = readTextAnswer({ text, citations: cited, readAt: createdAt });
    tables.push(
      ...read.tables.map((table, index) => ({
        ...table,
        attachmentId: ownRowsId(`${id}-${index + 1}`),
        textsBefore: texts.length + (table.textsBefore ?? 0),
      })),
    );
    texts.push(...read.texts);
    citations.push(...(read.citations ?? []));
  }
  const named = listOnce(citations);
  return {
    kind: 'answer',
    texts,
    tables,
    suggestions: [],
    ...(named.length > 0 && { citations: named }),
  };
}

function listOnce(citations: readonly Citation[]): Citation[] {
  const keyOf = ({ title, url = '' }: Citation) => `${title}\n${url}`;
  return [...new Map(citations.map((each) => [keyOf(each), each])).values()];
}
