/** One number in an answer's tables. Columns and rows are named as Genie names them, since positions change. */
export interface FigureName {
  column: string;
  /**
   * The label of its row: a text in a column that isn't numbers; the first one when it's named. Empty: the row without a
   * name, such as a total. Absent: the table has one row.
   */
  row?: string;
  /** What its column is written in: a currency or the percent sign. Absent: nothing. */
  unit?: string;
}
