import { addDays } from '../../../../local/demo/dataset/calendar.ts';
import { customers } from '../../../../local/demo/dataset/customers.ts';
import { createOrders, type Order } from '../../../../local/demo/dataset/orders.ts';
import { products } from '../../../../local/demo/dataset/products.ts';

export const TODAY = '2026-11-21';

/** All orders, computed without SQL: what the statements' rows are checked against. */
export const orders: Order[] = [];
for (let day = '2023-01-01'; day <= TODAY; day = addDays(day, 1)) {
  orders.push(...createOrders('demo', day, TODAY));
}

/** Every order line with all that is known about it. */
export const facts = orders.flatMap((order) => {
  const customer = customers.find(({ id }) => id === order.customerId);
  return order.lines.map((line) => {
    const product = products.find(({ id }) => id === line.productId);
    return {
      ...line,
      order,
      day: order.day,
      month: `${order.day.slice(0, 7)}-01`,
      year: order.day.slice(0, 4),
      product: product?.name ?? '',
      category: product?.category ?? '',
      customer: customer?.name ?? '',
      country: customer?.country ?? '',
      region: customer?.region ?? '',
    };
  });
});

export type Fact = (typeof facts)[number];

/** Adds a value up per name; the largest sum first. */
export function sumBy(
  from: readonly Fact[],
  nameIn: (fact: Fact) => string,
  valueIn: (fact: Fact) => number,
): [name: string, sum: number][] {
  const sums = new Map<string, number>();
  for (const fact of from) sums.set(nameIn(fact), (sums.get(nameIn(fact)) ?? 0) + valueIn(fact));
  return [...sums].sort((a, b) => b[1] - a[1]);
}

export const amount = (fact: Fact): number => fact.amount;
export const profit = (fact: Fact): number => fact.amount - fact.cost;

/** As a DECIMAL(18,2) is written. */
export function money(rows: readonly [string, number][]): string[][] {
  return rows.map(([name, value]) => [name, value.toFixed(2)]);
}

export function total(from: readonly Fact[], valueIn: (fact: Fact) => number = amount): number {
  return from.reduce((sum, fact) => sum + valueIn(fact), 0);
}

export function countOrders(from: readonly Fact[]): number {
  return new Set(from.map(({ order }) => order.id)).size;
}
