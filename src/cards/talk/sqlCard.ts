import { fitToSize } from '../parts/fitToSize.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText, richText } from '../parts/richText.ts';
import { sqlElements } from '../parts/sqlElements.ts';

export interface SqlView {
  channel: CardChannel;
  /** Empty where it is not known any more. */
  question: string;
  queries: readonly { title?: string; sql: string }[];
}

/** The SQL behind an answer, to be read or copied. */
export function sqlCard({ channel, question, queries }: SqlView): OutgoingMessage {
  const summary =
    queries.length > 0 ? 'The SQL of your last answer' : 'Your last answer had no SQL.';
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
            ...sqlElements(sql, { channel, limits }),
          ]),
        ...(hidden > 0 ? [noteText(`Queries not shown here: ${hidden}.`)] : []),
      ],
      summary,
    );
  });
}
