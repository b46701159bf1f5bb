import type { RowsError } from '../../answers/missingRows.ts';
import type { Texts } from '../../texts/texts.ts';

/** Why rows couldn't be loaded, in the reader's words or in Databricks'. */
export function missingText(error: RowsError, { table }: Pick<Texts, 'table'>): string {
  return typeof error === 'string' ? table.missing[error] : error.said;
}
