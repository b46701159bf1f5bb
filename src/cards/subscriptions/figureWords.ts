import type { FigureName } from '../../questions/subscription.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';

const longestName = 40;

/** A number of an answer, as people speak of it: `“Revenue” for “EMEA”`. */
export function figureWords({ column: name, row }: FigureName, { texts }: Reader): string {
  const { figure, figureOf } = texts.subscriptions;
  const column = clipLine(name, longestName);
  return row === undefined
    ? figure({ column })
    : figureOf({ column, row: clipLine(row, longestName) });
}
