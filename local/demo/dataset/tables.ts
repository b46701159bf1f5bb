/** The tables, in SQLite's words. The column order is that of `createDatabase.ts`' inserts. */
export const tables = `
CREATE TABLE sales.products (product_id INTEGER PRIMARY KEY, product_name TEXT, category TEXT, list_price REAL,
  unit_cost REAL, description TEXT);
CREATE TABLE sales.customers (customer_id INTEGER PRIMARY KEY, customer_name TEXT, segment TEXT, country TEXT,
  region TEXT, email TEXT, customer_since TEXT);
CREATE TABLE sales.orders (order_id INTEGER PRIMARY KEY, order_date TEXT, ordered_at TEXT, customer_id INTEGER,
  channel TEXT, status TEXT, promo_code TEXT, delivered_on TEXT, order_total REAL, shipping_cost REAL,
  is_gift INTEGER, note TEXT);
CREATE TABLE sales.order_lines (order_id INTEGER, product_id INTEGER, quantity INTEGER, unit_price REAL,
  discount_rate REAL, discount_amount REAL, amount REAL, cost REAL);
CREATE INDEX sales.lines_by_order ON order_lines (order_id);
CREATE TABLE support.tickets (ticket_id INTEGER PRIMARY KEY, opened_on TEXT, opened_at TEXT, customer_name TEXT,
  topic TEXT, priority TEXT, status TEXT, channel TEXT, agent TEXT, resolved_on TEXT, resolution_hours REAL,
  rating INTEGER, description TEXT);
`;
