import { dayOf } from './dataset/calendar.ts';
import { sharedDatabase } from './dataset/sharedDatabase.ts';
import { formatValue } from './formatValue.ts';

/** A column of a result, with its type in Databricks SQL, such as `DECIMAL(18,2)`. */
export interface Column {
  name: string;
  type: string;
}

/** A Databricks SQL statement, limited to what the demo writes, and the columns it returns. */
export interface Statement {
  id: string;
  sql: string;
  columns: Column[];
}

/** Stands in for the SQL warehouse: runs statements over the demo's data as of today. */
export interface Warehouse {
  /** Today's date in the data, `YYYY-MM-DD`. */
  today(): string;
  run(sql: string, columns: readonly Column[]): (string | null)[][];
}

/**
 * A warehouse with the data as of the day (UTC) that `now` is in.
 * @param regions the only ones whose rows are in it; absent: all.
 */
export function createWarehouse(
  seed: string,
  now: () => number,
  regions?: readonly string[],
): Warehouse {
  const today = () => dayOf(now());
  return {
    today,
    run: (sql, columns) => {
      const day = today();
      const statement = sharedDatabase(seed, day, regions).prepare(toSqlite(sql, day));
      statement.setReturnArrays(true);
      const rows = statement.all() as unknown as (string | number | null)[][];
      return rows.map((row) =>
        columns.map((column, index) => formatValue(row[index] ?? null, column.type)),
      );
    },
  };
}

/** SQLite has no catalogs and takes `current_date` without brackets; everything else runs as written. */
function toSqlite(sql: string, today: string): string {
  return sql
    .replaceAll('current_date()', `'${today}'`)
    .replaceAll(/\bdemo\.(?=sales\.|support\.)/g, '');
}
