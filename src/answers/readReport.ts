import type { Message } from '../genie/types.ts';
import type { Answer, Citation } from './answer.ts';
import { readTable } from './readTable.ts';

/**
 * Turns a report, whose rows came with it, into one answer. All of its tables belong to it: unlike in chat mode, what the
 * agent corrected on the way isn't among them.
 */
export function readReport({ attachments, createdAt }: Message): Answer {
  const texts = attachments.filter((attachment) => attachment.kind === 'text');
  const citations = listOnce(texts.flatMap((text) => text.citations ?? []));
  return {
    kind: 'answer',
    texts: texts.map(({ content }) => content),
    tables: attachments
      .filter((attachment) => attachment.kind === 'query')
      .map((query) => {
        const { result } = query;
        const dated = createdAt === undefined ? {} : { ranAt: createdAt };
        return readTable(query, result && { ...result, ...dated });
      }),
    suggestions: [],
    ...(citations.length > 0 && { citations }),
  };
}

function listOnce(citations: readonly Citation[]): Citation[] {
  const keyOf = ({ title, url = '' }: Citation) => `${title}\n${url}`;
  return [...new Map(citations.map((each) => [keyOf(each), each])).values()];
}
