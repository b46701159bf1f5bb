import type { FigureName } from '../../answers/figures/figureName.ts';
import { headingOf } from '../../answers/names/headingOf.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';

const longestName = 40;

/** A number of an answer, as people speak of it: `“Revenue” for “EMEA”`. */
export function figureWords(
  { column: name, row: label = '' }: Pick<FigureName, 'column' | 'row'>,
  { texts }: Reader,
): string {
  const { figure, figureOf } = texts.subscriptions;
  const column = clipLine(headingOf(name), longestName);
  const row = clipLine(label, longestName);
  return row === '' ? figure({ column }) : figureOf({ column, row });
}
