import { describe, expect, it } from 'vitest';
import { askDirectly } from './askDirectly.ts';

const TOP = 'Which products generate the highest total sales value?';

describe('a follow-up changes the previous question', () => {
  it.each([
    [[TOP, 'only the top 3'], 'Top 3 products by revenue'],
    [[TOP, 'by month instead'], 'Revenue by month'],
    [[TOP, 'now for Europe'], 'Top 5 products by revenue for Europe'],
    [[TOP, 'what about last year'], 'Top 5 products by revenue last year'],
    [[TOP, 'What about profit?'], 'Top 5 products by profit'],
    [[TOP, 'the bottom 3'], 'Bottom 3 products by revenue'],
    [[TOP, 'show all'], 'Revenue by product'],
    [['share of revenue by region', 'as a list of countries'], 'Share of revenue by country'],
    [['Revenue by category', 'in percent'], 'Share of revenue by category'],
    [['Revenue by category', 'sort by orders'], 'Revenue and number of orders by category'],
    [['Revenue by region', 'break it down by channel'], 'Revenue by region and channel'],
    [['Revenue by month', 'also show profit'], 'Revenue and profit by month'],
    [
      ['Revenue by month for Europe', 'compare with Africa'],
      'Revenue by month and region for Europe and Africa',
    ],
    [['Revenue for Europe', 'and Africa?'], 'Revenue for Africa'],
    [
      ['Revenue for Europe this year', 'without Germany'],
      'Revenue for Europe without Germany this year',
    ],
    [['list the orders of last week', 'only for Germany'], 'List the orders for Germany last week'],
    [['list the orders of last week', 'by country'], 'Number of orders by country last week'],
    [
      [TOP, 'only the top 3', 'for Germany', 'this year'],
      'Top 3 products by revenue for Germany this year',
    ],
  ])('%j', (questions, title) => {
    expect(askDirectly(questions).title).toBe(title);
  });

  it('sorting by a measure sorts the rows by it', () => {
    const { rows } = askDirectly(['Revenue by country', 'sort by orders']);
    const counts = rows.map((row) => Number(row[2]));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('sorting by name is alphabetical', () => {
    const { rows } = askDirectly(['Revenue by country', 'sort by country']);
    expect(rows[0]?.[0]).toBe('Argentina');
  });

  it.each([
    [
      'Compare Europe and North America by quarter',
      'Revenue by quarter and region for Europe and North America',
    ],
    [
      'Compare Germany with France per month',
      'Revenue by month and country for France and Germany',
    ],
  ])('a comparison that names everything starts afresh: %s', (question, title) => {
    const share = 'What share of revenue does each category have?';
    expect(askDirectly([share, question]).title).toBe(title);
    expect(askDirectly([question]).title).toBe(title);
    const { rows } = askDirectly([share, question]);
    expect(rows.length).toBeLessThan(100);
  });

  it('a whole new question starts afresh', () => {
    const { title } = askDirectly([
      'Revenue by month for Europe last year',
      'How many orders were there in 2024?',
    ]);
    expect(title).toBe('Number of orders in 2024');
  });

  it('saying thanks in between doesn’t change the topic', () => {
    expect(askDirectly([TOP, 'thanks!', 'only the top 3']).title).toBe('Top 3 products by revenue');
  });
});

describe('a question that isn’t clear', () => {
  it('makes the demo ask back, with suggestions', () => {
    const { purpose, text, sql, suggestions } = askDirectly(['Tell me something nice']);
    expect(purpose).toBe('FOLLOW_UP_QUESTION');
    expect(text).toContain('Which figure');
    expect(sql).toBeUndefined();
    expect(suggestions).toHaveLength(3);
  });

  it('is completed by the answer to that', () => {
    const unclear = ['How did Europe perform last year?'];
    expect(askDirectly(unclear).text).toContain('for Europe last year');
    expect(askDirectly([...unclear, 'profit']).title).toBe('Profit for Europe last year');
    expect(askDirectly([...unclear, 'by month, the revenue']).title).toBe(
      'Revenue by month for Europe last year',
    );
  });

  it('does not lose the question before it', () => {
    const { title } = askDirectly(['Revenue by region', 'blah blah', 'only the top 2']);
    expect(title).toBe('Top 2 regions by revenue');
  });
});
