import type { AnswerTable } from '../../answers/answer.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { factText } from '../parts/factText.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText } from '../parts/richText.ts';
import { writeTime } from '../parts/write.ts';

const maxTables = 10;
const maxParameters = 10;
const maxLength = 120;

/** Where a table's rows come from: whether a reviewed query found them, its tables in full, and when they were read. */
export function sourceElements(table: AnswerTable, reader: Reader): CardElement[] {
  const { isTrusted, parameters = [], sources = [], readAt } = table;
  const words = reader.texts.provenance;
  const shown = sources.slice(0, maxTables).map(({ fullName }) => clipLine(fullName, maxLength));
  const more = sources.length - shown.length;
  const listed = reader.texts.list([...shown, ...(more > 0 ? [words.moreTables(more)] : [])]);
  return [
    ...(isTrusted ? [noteText(words.trustedMeans)] : []),
    ...parameters
      .slice(0, maxParameters)
      .map(({ name, value }) => factText(clipLine(name, maxLength), clipLine(value, maxLength))),
    ...(listed === '' ? [] : [factText(words.facts.tables(sources.length), listed)]),
    ...(readAt === undefined ? [] : [factText(words.facts.dataRead, writeTime(readAt, reader))]),
  ];
}
