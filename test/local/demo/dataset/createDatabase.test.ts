import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../local/demo/dataset/createDatabase.ts';

const ORDERS = 'SELECT * FROM sales.orders WHERE order_date BETWEEN ? AND ? ORDER BY order_id';

function ordersOf(seed: string, today: string, from: string, to: string): unknown[] {
  return createDatabase(seed, today).prepare(ORDERS).all(from, to);
}

describe('the data set', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const year = ['2026-11-21', '2026-01-01', '2026-11-21'] as const;
    expect(ordersOf('demo', ...year)).toEqual(ordersOf('demo', ...year));
    expect(ordersOf('other', ...year)).not.toEqual(ordersOf('demo', ...year));
  });

  it('keeps the past when a day has passed', () => {
    const past = ['2024-01-01', '2026-11-01'] as const;
    expect(ordersOf('demo', '2026-11-22', ...past)).toEqual(
      ordersOf('demo', '2026-11-21', ...past),
    );
  });

  it('has years of orders that add up to their lines', () => {
    const database = createDatabase('demo', '2026-11-21');
    const [counts] = database
      .prepare(
        'SELECT COUNT(*) AS n, MIN(order_date) AS first, MAX(order_date) AS last FROM sales.orders',
      )
      .all();
    expect(counts).toMatchObject({ first: '2023-01-01', last: '2026-11-21' });
    expect(counts?.['n']).toBeGreaterThan(5000);
    const wrong = database
      .prepare(
        `SELECT order_id FROM sales.orders JOIN sales.order_lines USING (order_id)
         GROUP BY order_id HAVING ABS(SUM(amount) - MAX(order_total)) > 0.001`,
      )
      .all();
    expect(wrong).toEqual([]);
  });

  it('has nothing delivered in the future', () => {
    const late = createDatabase('demo', '2026-11-21')
      .prepare("SELECT order_id FROM sales.orders WHERE delivered_on > '2026-11-21'")
      .all();
    expect(late).toEqual([]);
  });
});
