import { fitToSize } from '../parts/fitToSize.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { sqlElements } from '../parts/sqlElements.ts';

export interface SqlView extends Reader {
  /** Empty if it is no longer known. */
  question: string;
  queries: readonly { title?: string; sql: string }[];
}

/** The SQL behind an answer, to read or copy. */
export function sqlCard({ channel, texts, question, queries: all }: SqlView): OutgoingMessage {
  const queries = all.filter(({ sql }) => sql.trim() !== '');
  const words = texts.lastAnswer.sql;
  const summary = queries.length > 0 ? words.title : words.none;
  return fitToSize((limits) => {
    const hidden = queries.length - limits.tables;
    return createMessage(
      channel,
      [
        richText(summary, { size: 'Medium', weight: 'Bolder' }),
        ...(question ? [noteText(clipLine(question, 200))] : []),
        ...queries
          .slice(0, limits.tables)
          .flatMap(({ title, sql }) => [
            ...(title ? [richText(clipLine(title, 120), { weight: 'Bolder' })] : []),
            ...sqlElements(sql, { channel, texts, limits }),
          ]),
        ...(hidden > 0 ? [noteText(words.hidden({ queries: hidden }))] : []),
      ],
      summary,
    );
  });
}
