import { AppError } from '../common/errors.ts';
import type { Row } from './wholeTable.ts';

/** How much of a table fits into one file. */
export interface RowLimits {
  cells: number;
  /** UTF-16 units of all cells together. */
  text: number;
}

/**
 * Creates the function that counts each row before anything is made of it, which could be many times as large.
 *
 * @returns throws AppError `too-large` as soon as there are more
 */
export function createRowCounter(limits: RowLimits): (row: Row) => void {
  let cells = 0;
  let text = 0;
  return (row) => {
    cells += row.length;
    for (const cell of row) text += cell?.length ?? 0;
    if (cells > limits.cells)
      throw new AppError('too-large', `The table has more than ${limits.cells} cells`);
    if (text > limits.text)
      throw new AppError('too-large', `The table has more than ${limits.text} characters`);
  };
}
