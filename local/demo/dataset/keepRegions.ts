import type { DatabaseSync } from 'node:sqlite';

/** Takes every row of a customer in another region out of the database. Products have no region, and stay. */
export function keepRegions(database: DatabaseSync, regions: readonly string[]): void {
  database
    .prepare('DELETE FROM sales.customers WHERE region NOT IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(regions));
  database.exec(`
    DELETE FROM sales.orders WHERE customer_id NOT IN (SELECT customer_id FROM sales.customers);
    DELETE FROM sales.order_lines WHERE order_id NOT IN (SELECT order_id FROM sales.orders);
    DELETE FROM support.tickets WHERE customer_name NOT IN (SELECT customer_name FROM sales.customers);
  `);
}
