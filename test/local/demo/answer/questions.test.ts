import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../local/demo/dataset/calendar.ts';
import { customers } from '../../../../local/demo/dataset/customers.ts';
import { spaces } from '../../../../local/demo/spaces.ts';
import { askDirectly, type Cell } from './askDirectly.ts';
import {
  amount,
  countOrders,
  facts,
  money,
  orders,
  profit,
  sumBy,
  TODAY,
  total,
} from './salesFacts.ts';

const inYear = (year: string) => facts.filter((fact) => fact.year === year);
const inMonth = (month: string) => facts.filter((fact) => fact.month === month);
const sorted = (rows: [string, number][]) => rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
const names = (rows: Cell[][]) => rows.map(([name]) => name);

describe('rankings', () => {
  it.each([
    ['Which products generate the highest total sales value?', 'product', 5],
    ['Show me the top 10 customers by revenue', 'customer', 10],
    ['give me the 3 biggest customers', 'customer', 3],
    ['top three regions', 'region', 3],
    ['Which categories sell best?', 'category', 5],
    ['best countries by turnover', 'country', 5],
  ] as const)('%s', (question, dimension, count) => {
    const expected = sumBy(facts, (fact) => fact[dimension], amount).slice(0, count);
    expect(askDirectly([question]).rows).toEqual(money(expected));
  });

  it('by profit, the lowest first', () => {
    const expected = sumBy(facts, ({ product }) => product, profit)
      .reverse()
      .slice(0, 5);
    expect(askDirectly(['worst 5 products by profit']).rows).toEqual(money(expected));
  });

  it('by quantity, with a filter and a period', () => {
    const german = inYear('2026').filter(({ country }) => country === 'Germany');
    const expected = sumBy(
      german,
      ({ product }) => product,
      ({ quantity }) => quantity,
    );
    const { rows } = askDirectly(['top 4 products in Germany by units sold this year']);
    expect(rows).toEqual(expected.slice(0, 4).map(([name, sum]) => [name, String(sum)]));
  });

  it('by number of orders', () => {
    const { rows } = askDirectly(['top 2 customers by orders']);
    const [first] = rows[0] ?? [];
    const own = facts.filter(({ customer }) => customer === first);
    expect(rows[0]).toEqual([first, String(countOrders(own))]);
  });
});

describe('over time', () => {
  it('revenue by month of this year, oldest first', () => {
    const expected = sorted(sumBy(inYear('2026'), ({ month }) => month, amount));
    expect(askDirectly(['Show me revenue by month this year']).rows).toEqual(money(expected));
  });

  it('daily revenue of last month', () => {
    const expected = sorted(sumBy(inMonth('2026-10-01'), ({ day }) => day, amount));
    expect(askDirectly(['daily revenue last month']).rows).toEqual(money(expected));
  });

  it('revenue by week, from Mondays', () => {
    const { rows } = askDirectly(['weekly revenue in the last 4 weeks']);
    expect(rows.map(([week]) => new Date(week ?? '').getUTCDay())).toEqual([1, 1, 1, 1, 1]);
    const since = facts.filter(({ day }) => day >= addDays(TODAY, -28));
    const sum = rows.reduce((all, [, value]) => all + Number(value), 0);
    expect(sum).toBeCloseTo(total(since), 2);
  });

  it('revenue by quarter has labels that sort', () => {
    const { rows } = askDirectly(['revenue by quarter']);
    expect(names(rows).slice(0, 2)).toEqual(['2023-Q1', '2023-Q2']);
    expect(names(rows)).toEqual(names(rows).toSorted());
  });

  it('revenue by region and month', () => {
    const { rows, columns } = askDirectly(['Revenue by region and month in 2025']);
    expect(columns).toEqual(['region', 'month', 'revenue']);
    expect(rows).toHaveLength(6 * 12);
    const [region, month, value] = rows[7] ?? [];
    const own = inYear('2025').filter((fact) => fact.region === region && fact.month === month);
    expect(value).toBe(total(own).toFixed(2));
  });

  it('a trend is by month', () => {
    expect(askDirectly(['Show the profit trend']).columns).toEqual(['month', 'profit']);
  });

  it('year-over-year growth compares each year with the one before', () => {
    const { rows, columns } = askDirectly(['Year over year revenue growth']);
    expect(columns).toEqual(['year', 'revenue', 'previous_revenue', 'change_pct']);
    const [before, after] = [total(inYear('2024')), total(inYear('2025'))];
    const change = (100 * (after - before)) / before;
    expect(rows[0]).toEqual(['2023', total(inYear('2023')).toFixed(2), null, null]);
    expect(rows[2]?.slice(0, 3)).toEqual(['2025', after.toFixed(2), before.toFixed(2)]);
    expect(Number(rows[2]?.[3])).toBeCloseTo(change, 1);
  });

  it('growth by month compares with the same month of the year before', () => {
    const { rows } = askDirectly(['revenue growth by month']);
    const march = rows.find(([month]) => month === '2025-03-01');
    expect(march?.[2]).toBe(total(inMonth('2024-03-01')).toFixed(2));
  });

  it('a running total ends at the total', () => {
    const { rows } = askDirectly(['cumulative revenue by month this year']);
    expect(rows.at(-1)?.[2]).toBe(total(inYear('2026')).toFixed(2));
  });

  it('the best day of the week', () => {
    const { rows } = askDirectly(['What is our best day of the week?']);
    const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const weekday = (day: string) => weekdays[new Date(day).getUTCDay()] ?? '';
    const [best] = money(sumBy(facts, ({ day }) => weekday(day), amount));
    expect(rows[0]).toEqual(best);
  });

  it('the best months', () => {
    const expected = sumBy(facts, ({ month }) => month, amount).slice(0, 5);
    expect(askDirectly(['What was our best month?']).rows).toEqual(money(expected));
  });
});

describe('single values', () => {
  it.each([
    ['What is the average order value?', (total(facts) / countOrders(facts)).toFixed(2)],
    ['How many orders did we have last month?', String(countOrders(inMonth('2026-10-01')))],
    ['How many orders over 1000 were there in 2025?', String(bigOrders('2025', 1000))],
    ['total revenue in March', total(inMonth('2026-03-01')).toFixed(2)],
    ['revenue in December', total(inMonth('2025-12-01')).toFixed(2)],
    ['revenue in Q2 2024', total(quarter('2024-04', '2024-07')).toFixed(2)],
    ['revenue yesterday', total(facts.filter(({ day }) => day === '2026-11-20')).toFixed(2)],
  ])('%s', (question, expected) => {
    expect(askDirectly([question]).rows).toEqual([[expected]]);
  });

  it('how many customers bought', () => {
    const active = new Set(inYear('2026').map(({ customer }) => customer));
    expect(askDirectly(['How many customers did we have this year?']).rows).toEqual([
      [String(active.size)],
    ]);
  });

  it.each([
    ['show me data for the year 1999', 'in 1999'],
    ['revenue in 1999', 'in 1999'],
    ['Revenue by region for 2010', 'in 2010'],
    ['How many orders were there in 2090?', 'in 2090'],
    ['revenue in March 1999', 'in March 1999'],
    ['revenue for Q2 1999', 'in Q2 1999'],
    ['Compare 1998 and 1999', 'from 1998 to 1999'],
    ['list the orders of 1999', 'in 1999'],
  ])('a period without data is called that: %s', (question, period) => {
    const { text } = askDirectly([question]);
    expect(text).toBe(
      `There’s no data ${period}. The demo’s made-up data begins in 2023 and ends today.`,
    );
  });

  it.each([
    'show me data for the year 2025',
    'revenue since 1999',
    'revenue in 2023',
    'revenue this year',
    'list orders over 1999',
  ])('one with data isn’t: %s', (question) => {
    expect(askDirectly([question]).text).not.toMatch(/no data/);
  });

  it('no data gives NULL, and the words say so', () => {
    const { rows, text } = askDirectly(['revenue in 2019']);
    expect(rows).toEqual([[null]]);
    expect(text).toContain('no data');
  });

  function bigOrders(year: string, over: number): number {
    const sums = sumBy(inYear(year), ({ order }) => String(order.id), amount);
    return sums.filter(([, sum]) => sum > over).length;
  }

  function quarter(from: string, to: string) {
    return facts.filter(({ month }) => month >= from && month < to);
  }
});

describe('parts of a whole and comparisons', () => {
  it('shares by category add up to 100 percent', () => {
    const { rows, columns } = askDirectly(['What is the share of revenue by category?']);
    expect(columns).toEqual(['category', 'revenue', 'share_pct']);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(100, 0);
  });

  it('two regions are compared side by side', () => {
    const both = facts.filter(({ region }) => ['Europe', 'North America'].includes(region));
    const expected = sumBy(both, ({ region }) => region, amount);
    expect(askDirectly(['Compare Europe and North America']).rows).toEqual(money(expected));
  });

  it('two years are compared side by side', () => {
    const { rows } = askDirectly(['2024 vs 2025']);
    expect(rows).toEqual(['2024', '2025'].map((year) => [year, total(inYear(year)).toFixed(2)]));
  });

  it('the effect of discounts', () => {
    const { rows, columns } = askDirectly(['What is the effect of discounts on revenue?']);
    expect(columns).toEqual(['discount_level', 'revenue']);
    const full = facts.filter(({ discountRate }) => discountRate === 0);
    expect(rows[0]).toEqual(['no discount', total(full).toFixed(2)]);
  });

  it('margins are percentages', () => {
    const { rows } = askDirectly(['margin by category']);
    const [category, margin] = rows[0] ?? [];
    const own = facts.filter((fact) => fact.category === category);
    expect(Number(margin)).toBeCloseTo((100 * total(own, profit)) / total(own), 1);
  });

  it('all but one region', () => {
    const others = facts.filter(({ region }) => region !== 'Europe');
    const expected = sumBy(others, ({ region }) => region, amount);
    expect(askDirectly(['revenue by region without Europe']).rows).toEqual(money(expected));
  });

  it('only groups over a threshold', () => {
    const { rows } = askDirectly(['Which customers have more than 200 orders?']);
    const counted = customers.map(({ id }) => orders.filter((one) => one.customerId === id).length);
    expect(rows).toHaveLength(counted.filter((count) => count > 200).length);
  });

  it('a group without a name is NULL', () => {
    expect(names(askDirectly(['revenue by promo code']).rows)).toContain(null);
  });
});

describe('lists', () => {
  it('the orders of a customer whose name has a quote, newest first', () => {
    const { rows, sql } = askDirectly(["List the orders of O'Malley & Sons"]);
    const own = orders.filter(({ customerId }) => customerId === 1002);
    expect(names(rows)).toEqual(
      own
        .map(({ id }) => String(id))
        .sort()
        .reverse(),
    );
    expect(sql).toContain("'O''Malley & Sons'");
  });

  it('the orders of last week', () => {
    const { rows } = askDirectly(['list the orders of last week']);
    const own = orders.filter(({ day }) => day >= '2026-11-09' && day < '2026-11-16');
    expect(rows).toHaveLength(own.length);
  });

  it('the latest and the biggest orders', () => {
    const { rows: latest } = askDirectly(['latest 10 orders']);
    expect(latest).toHaveLength(10);
    expect(latest[0]?.[1]).toBe(TODAY);
    const { rows: biggest } = askDirectly(['3 biggest orders']);
    const [top] = sumBy(facts, ({ order }) => String(order.id), amount);
    expect([biggest[0]?.[0], biggest[0]?.[6]]).toEqual([top?.[0], top?.[1].toFixed(2)]);
  });

  it('orders without a promo code, and customers without an e-mail', () => {
    const without = orders.filter(
      ({ promoCode, day }) => promoCode === null && day >= '2026-01-01',
    );
    const question = 'List orders without a promo code this year';
    expect(askDirectly([question]).rows).toHaveLength(without.length);
    const silent = customers.filter(({ email }) => email === null);
    expect(askDirectly(['Which customers have no e-mail?']).rows).toHaveLength(silent.length);
  });

  it('products and customers that nothing was sold of or to', () => {
    expect(names(askDirectly(['Which products had no sales?']).rows)).toEqual([
      'Pumpkin Pie (next season)',
    ]);
    expect(askDirectly(['customers without orders']).rows).toHaveLength(5);
  });

  it('customers that bought a product', () => {
    const { rows } = askDirectly(['Which customers bought Vegan Pizza last month?']);
    const own = inMonth('2026-10-01').filter(({ product }) => product === 'Vegan Pizza');
    expect(new Set(names(rows))).toEqual(new Set(own.map(({ customer }) => customer)));
  });

  it('a list that nothing fits is empty, and the words say so', () => {
    const { rows, text } = askDirectly(['list orders over $1,000,000']);
    expect(rows).toEqual([]);
    expect(text).toContain('no rows');
  });

  it('all orders are more than 5,000', () => {
    expect(askDirectly(['list all orders']).rows).toHaveLength(orders.length);
    expect(orders.length).toBeGreaterThan(5000);
  });

  it('all details make a wide table with every type', () => {
    const { columns, rows } = askDirectly(['Show all orders with all details']);
    expect(columns?.length).toBeGreaterThanOrEqual(14);
    const gifts = new Set(rows.map((row) => row[columns?.indexOf('is_gift') ?? 0]));
    expect(gifts).toEqual(new Set(['true', 'false']));
  });

  it('descriptions are long texts', () => {
    const { rows } = askDirectly(['describe the products']);
    expect(rows).toHaveLength(25);
    expect(rows[0]?.at(-1)?.length).toBeGreaterThan(200);
  });
});

describe('support space', () => {
  const support = spaces[1];

  it.each([
    ['What are the different statuses of tickets and their counts?', ['status', 'ticket_count']],
    ['Who are my top performing agents?', ['agent', 'ticket_count']],
    ["What's the average resolution time?", ['average_resolution_hours']],
    ['customer satisfaction by topic', ['topic', 'average_rating']],
    ['high priority tickets by month', ['month', 'ticket_count']],
    [
      'list unassigned tickets',
      ['ticket_id', 'opened_on', 'customer_name', 'topic', 'priority', 'status', 'agent'],
    ],
  ])('%s', (question, columns) => {
    const answer = askDirectly([question], support);
    expect(answer.columns).toEqual(columns);
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it('knows nothing about sales', () => {
    expect(askDirectly(['revenue by product'], support).purpose).toBe('FOLLOW_UP_QUESTION');
  });
});

describe('talk', () => {
  it.each(['who are you?', 'Are you an AI?', 'help', 'What can I ask?'])(
    '%s: says that it is a demo, not an AI',
    (question) => {
      const { text, purpose, suggestions } = askDirectly([question]);
      expect(text).toMatch(/demo workspace.*not an AI/);
      expect(purpose).toBe('TEXT_ATTACHMENT_PURPOSE_ANSWER');
      expect(suggestions).toHaveLength(3);
    },
  );

  it('the tables are explained', () => {
    const question = 'What tables are there and how are they connected? Give me a short summary.';
    expect(askDirectly([question]).text).toContain('demo.sales.order_lines');
  });

  it.each(['[top3@africa.example] ', '[Europe by month (unverified)] '])(
    '%s before a question is ignored',
    (who) => {
      expect(askDirectly([`${who}revenue today`]).title).toBe('Revenue today');
    },
  );
});
