import { DatabaseSync } from 'node:sqlite';
import { addDays, addMonths, truncate } from './calendar.ts';
import { customers } from './customers.ts';
import { keepRegions } from './keepRegions.ts';
import { createOrders } from './orders.ts';
import { products } from './products.ts';
import { registerSqlFunctions } from './sqlFunctions.ts';
import { tables } from './tables.ts';
import { createTickets } from './tickets.ts';

type Insert = (...values: (string | number | null)[]) => void;

/**
 * Fills an in-memory database, in the schemas `sales` and `support`, with the last three whole years and this one up to
 * `today` (`YYYY-MM-DD`). The same seed and day give the same rows; 7,000 orders and 1,500 tickets at least.
 * @param regions only rows of customers in these; absent: all.
 */
export function createDatabase(
  seed: string,
  today: string,
  regions?: readonly string[],
): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  registerSqlFunctions(database);
  database.exec(`ATTACH ':memory:' AS sales; ATTACH ':memory:' AS support; ${tables} BEGIN`);
  fillProducts(prepareInsert(database, 'sales.products', 6));
  fillCustomers(prepareInsert(database, 'sales.customers', 7));
  const insertOrder = prepareInsert(database, 'sales.orders', 12);
  const insertLine = prepareInsert(database, 'sales.order_lines', 8);
  const insertTicket = prepareInsert(database, 'support.tickets', 13);
  for (let day = truncate(addMonths(today, -36), 'YEAR'); day <= today; day = addDays(day, 1)) {
    fillOrders(insertOrder, insertLine, seed, day, today);
    fillTickets(insertTicket, seed, day, today);
  }
  if (regions) keepRegions(database, regions);
  database.exec('COMMIT');
  return database;
}

function prepareInsert(database: DatabaseSync, table: string, columns: number): Insert {
  const statement = database.prepare(
    `INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`,
  );
  return (...values) => {
    statement.run(...values);
  };
}

function fillProducts(insert: Insert): void {
  for (const { id, name, category, price, cost, description } of products) {
    insert(id, name, category, price, cost, description);
  }
}

function fillCustomers(insert: Insert): void {
  for (const { id, name, segment, country, region, email, since } of customers) {
    insert(id, name, segment, country, region, email, since);
  }
}

function fillOrders(
  insertOrder: Insert,
  insertLine: Insert,
  seed: string,
  day: string,
  today: string,
): void {
  for (const order of createOrders(seed, day, today)) {
    insertOrder(
      order.id,
      order.day,
      order.orderedAt,
      order.customerId,
      order.channel,
      order.status,
      order.promoCode,
      order.deliveredOn,
      order.lines.reduce((sum, line) => sum + line.amount, 0),
      order.shippingCost,
      Number(order.isGift),
      order.note,
    );
    for (const line of order.lines) {
      const { productId, quantity, price, discountRate, discount, amount, cost } = line;
      insertLine(order.id, productId, quantity, price, discountRate, discount, amount, cost);
    }
  }
}

function fillTickets(insert: Insert, seed: string, day: string, today: string): void {
  for (const ticket of createTickets(seed, day, today)) {
    insert(
      ticket.id,
      ticket.day,
      ticket.openedAt,
      ticket.customerName,
      ticket.topic,
      ticket.priority,
      ticket.status,
      ticket.channel,
      ticket.agent,
      ticket.resolvedOn,
      ticket.resolutionHours,
      ticket.rating,
      ticket.description,
    );
  }
}
