import type { AnswerColumn } from '../../answers/answer.ts';
import { createCellFormatter } from '../../answers/cellFormatter.ts';
import { isZoned } from '../../answers/cells/timeColumn.ts';
import { alignsRight, columnKind } from '../../answers/columnKind.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { textWidth, widestWord } from '../parts/textWidth.ts';
import { fitHeading } from './fitHeading.ts';
import type { ColumnNeeds } from './tableLayout.ts';

/** How much wider a heading is for being bold, and a line below the first column for its size. */
const boldness = 1.1;
const smallness = 0.93;
/** What is longer is an address or the like, and can be broken. */
const longestWord = 20;
/** What is longer can be broken on a phone. */
const shortWord = 11;
/** What is longer is a heading of several words, even where no space parts them. */
const shortHeading = 14;
/** What is longer is read as a sentence, for which a narrower column is no pleasure. */
const sentence = 24;
const readable = 10;
/** The colon after a name, or the dot after a value. */
const separator = 1;

export interface ShownCell {
  text: string;
  isNull: boolean;
}

export interface ShownColumn extends ColumnNeeds {
  /** Whether its cells are right-aligned. */
  right: boolean;
  heading: string;
  /** Those of the rows shown. */
  cells: ShownCell[];
  /** Whether some cell was too long to show in full. */
  cut: boolean;
  /** Whether its times are those of the reader's clocks. */
  isZoned: boolean;
}

export interface ColumnView {
  heading: string;
  /** The index of the first row to show. */
  from: number;
  rows: number;
  cellLength: number;
  reader: Pick<Reader, 'locale' | 'timeZone'>;
}

/**
 * Some rows of a column, as texts, and the room that these need.
 *
 * @param values all cells of the column, which together decide how each is written
 */
export function showColumn(
  column: AnswerColumn,
  values: readonly (string | null)[],
  { from, rows, cellLength, reader, ...view }: ColumnView,
): ShownColumn {
  const format = createCellFormatter(column, values, reader.locale, reader.timeZone);
  const texts = values.slice(from, from + rows).map((value) => ({
    text: format(value),
    isNull: value === null,
  }));
  const cells = texts.map(({ text, isNull }) => ({ text: clipLine(text, cellLength), isNull }));
  const heading = fitHeading(clipLine(view.heading, cellLength));
  const kind = columnKind(column, values);
  const isNumber = kind === 'number' || kind === 'identifier';
  return {
    right: alignsRight(column, values),
    heading,
    cells,
    cut: texts.some(({ text }) => text.trim().length > cellLength),
    isZoned: isZoned(column, values, reader.timeZone),
    ...needsOf(heading, cells, isNumber),
    isMeasure: kind === 'number',
  };
}

function needsOf(heading: string, cells: readonly ShownCell[], isNumber: boolean) {
  const widest = (measure: (text: string) => number) =>
    Math.max(0, ...cells.map(({ text }) => measure(text)));
  const value = isNumber ? widest(textWidth) : widest((text) => wordWidth(text, longestWord));
  const onPhone = isNumber ? value : widest((text) => wordWidth(text, shortWord));
  const wish = Math.max(textWidth(heading), widest(textWidth));
  const headingWord = headingWordWidth(heading);
  return {
    least: Math.max(onPhone, boldness * headingWord, wish > sentence ? readable : 0),
    words: value,
    wish,
    below: smallness * (Math.max(value, headingWord) + separator),
  };
}

/** A word with letters can be too long to keep whole; half a number is another number. */
function wordWidth(text: string, longest: number): number {
  return Math.min(widestWord(text), /\p{L}/u.test(text) ? longest : Number.POSITIVE_INFINITY);
}

/** A heading in a script without spaces is short enough to be one word, or can be broken anywhere. */
function headingWordWidth(heading: string): number {
  const words = heading.split(/[ \u200B]/).map(textWidth);
  return Math.max(widestWord(heading), ...words.filter((width) => width <= shortHeading));
}
