import { customers, regions, segments } from '../dataset/customers.ts';
import { channels, orderStatuses } from '../dataset/orders.ts';
import { products } from '../dataset/products.ts';
import type { Measure, Model } from './model.ts';
import { salesLists } from './salesLists.ts';
import { createTimeDimensions } from './timeDimensions.ts';

const money = { type: 'DECIMAL(18,2)', unit: 'USD' } as const;
const count = { type: 'BIGINT', additive: true } as const;

const measures: Measure[] = [
  {
    key: 'revenue',
    column: 'revenue',
    noun: 'revenue',
    words: /\b(?:revenues?|turnover|income|(?:total )?sales(?: values?)?)\b/,
    weakWords: /\b(?:sell(?:s|ing)?|sold|best ?sellers?|spen(?:d|ds|t))\b/,
    sql: 'SUM(l.amount)',
    additive: true,
    ...money,
  },
  {
    key: 'average_order_value',
    column: 'average_order_value',
    noun: 'average order value',
    words: /\b(?:average (?:orders?(?: value| size)?|basket(?: size)?|sale)|aov|basket size)\b/,
    sql: 'ROUND(SUM(l.amount) / COUNT(DISTINCT l.order_id), 2)',
    additive: false,
    ...money,
  },
  {
    key: 'average_price',
    column: 'average_price',
    noun: 'average price',
    words: /\baverage (?:unit |selling )?prices?\b/,
    sql: 'ROUND(SUM(l.amount) / SUM(l.quantity), 2)',
    additive: false,
    ...money,
  },
  {
    key: 'margin',
    column: 'margin_pct',
    noun: 'margin',
    words: /\b(?:(?:profit |gross )?margins?|profitability)\b/,
    sql: 'ROUND(100.0 * SUM(l.amount - l.cost) / SUM(l.amount), 1)',
    type: 'DOUBLE',
    unit: '%',
    additive: false,
  },
  {
    key: 'profit',
    column: 'profit',
    noun: 'profit',
    words: /\b(?:(?:gross )?profits?|profitable|earn(?:ed|ings)?)\b/,
    sql: 'SUM(l.amount - l.cost)',
    additive: true,
    ...money,
  },
  {
    key: 'quantity',
    column: 'quantity',
    noun: 'number of units sold',
    words:
      /\b(?:(?:number of )?units(?: sold)?|quantit(?:y|ies)|volumes?|pieces|items sold|how much (?:do|did) we sell)\b/,
    sql: 'SUM(l.quantity)',
    ...count,
  },
  {
    key: 'customers',
    column: 'customer_count',
    noun: 'number of customers',
    words:
      /\b(?:how many (?:different |active )?(?:customers|buyers)|(?:number|count) of (?:active )?customers|customer count|active customers)\b/,
    sql: 'COUNT(DISTINCT o.customer_id)',
    type: 'BIGINT',
    additive: false,
  },
  {
    key: 'orders',
    column: 'order_count',
    noun: 'number of orders',
    words: /\b(?:(?:how many|number of|count of) orders|order (?:count|numbers?)|orders?)\b/,
    sql: 'COUNT(DISTINCT l.order_id)',
    each: 'o.order_total',
    ...count,
  },
  {
    key: 'discount',
    column: 'discount_amount',
    noun: 'total discount',
    words: /\b(?:(?:total )?discounts?(?: given| amount)?|rebates?)\b/,
    sql: 'SUM(l.discount_amount)',
    additive: true,
    ...money,
  },
];

/** Orders of frozen food: who bought what, when, where and for how much. Money in US dollars. */
export const salesModel: Model = {
  fact: 'demo.sales.order_lines l',
  joins: [
    { alias: 'o', sql: 'JOIN demo.sales.orders o ON o.order_id = l.order_id' },
    { alias: 'p', sql: 'JOIN demo.sales.products p ON p.product_id = l.product_id' },
    { alias: 'c', sql: 'JOIN demo.sales.customers c ON c.customer_id = o.customer_id' },
  ],
  date: 'o.order_date',
  measures,
  dimensions: [
    ...createTimeDimensions('o.order_date'),
    {
      ...named('discount_level', 'discount level', 'discount levels'),
      words:
        /\b(?:discount (?:levels?|bands?|rates?)|(?:effects?|impacts?) of (?:the )?discounts?|discount (?:effects?|impacts?))\b/,
      sql: "CASE WHEN l.discount_rate = 0 THEN 'no discount' WHEN l.discount_rate <= 0.1 THEN 'up to 10 %' ELSE 'over 10 %' END",
    },
    {
      ...named('promo_code', 'promo code', 'promo codes'),
      words: /\bpromo(?:tion)?(?: codes?)?s?\b/,
      sql: 'o.promo_code',
    },
    {
      ...named('channel', 'channel', 'channels'),
      words: /\b(?:sales )?channels?\b/,
      sql: 'o.channel',
      values: channels,
    },
    {
      ...named('status', 'order status', 'order statuses'),
      words: /\b(?:order )?status(?:es)?\b/,
      sql: 'o.status',
      values: orderStatuses,
    },
    {
      ...named('product_name', 'product', 'products'),
      words: /\b(?:products?|articles?|items?|dishes|meals)\b/,
      sql: 'p.product_name',
      values: products.map(({ name }) => name),
    },
    {
      ...named('category', 'category', 'categories'),
      words: /\b(?:(?:product )?categor(?:y|ies)|product (?:groups?|lines?))\b/,
      sql: 'p.category',
      values: [...new Set(products.map(({ category }) => category))],
    },
    {
      ...named('customer_name', 'customer', 'customers'),
      words: /\b(?:customers?|clients?|buyers?|accounts?)\b/,
      sql: 'c.customer_name',
      values: customers.map(({ name }) => name),
    },
    {
      ...named('segment', 'segment', 'segments'),
      words: /\b(?:customer )?segments?\b/,
      sql: 'c.segment',
      values: segments,
    },
    {
      ...named('country', 'country', 'countries'),
      words: /\b(?:countr(?:y|ies)|nations?|markets?)\b/,
      sql: 'c.country',
      values: Object.values(regions).flat(),
    },
    {
      ...named('region', 'region', 'regions'),
      words: /\b(?:regions?|continents?|territor(?:y|ies))\b/,
      sql: 'c.region',
      values: Object.keys(regions),
    },
  ],
  lists: salesLists,
};

function named(key: string, noun: string, plural: string) {
  return { key, column: key, noun, plural, type: 'STRING' } as const;
}
