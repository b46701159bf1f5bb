import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { headingOf, headingsOf } from '../../../src/answers/names/headingOf.ts';

describe('the heading of a column', () => {
  test.each([
    // Databricks' own style.
    ['product_name', 'Product name'],
    ['order_count', 'Order count'],
    ['revenue', 'Revenue'],
    ['avg_order_value', 'Avg order value'],
    ['gross_margin', 'Gross margin'],
    ['net_sales', 'Net sales'],
    ['order_cnt', 'Order count'],
    ['paid_amt', 'Paid amount'],
    ['__index_level_0__', 'Index level 0'],
    ['is_new', 'Is new'],
    // Signs, acronyms and currencies.
    ['share_pct', 'Share %'],
    ['pct_change', '% change'],
    ['percent_of_total', 'Percent of total'],
    ['customer_id', 'Customer ID'],
    ['id', 'ID'],
    ['product_ids', 'Product IDs'],
    ['idea_count', 'Idea count'],
    ['valid', 'Valid'],
    ['revenue_usd', 'Revenue USD'],
    ['eur', 'EUR'],
    ['first_try', 'First try'],
    ['page_url', 'Page URL'],
    ['energy_kwh', 'Energy kWh'],
    ['weight_kg', 'Weight kg'],
    ['co2_kg', 'CO2 kg'],
    ['yoy_growth', 'YoY growth'],
    ['mom_growth_pct', 'MoM growth %'],
    ['mom_name', 'Mom name'],
    ['ytd_revenue', 'YTD revenue'],
    ['customer_it', 'Customer it'],
    ['us_sales', 'US sales'],
    ['about_us', 'About us'],
    // Periods.
    ['Q1_2026', 'Q1 2026'],
    ['q1_2026', 'Q1 2026'],
    ['2026_q1', '2026 Q1'],
    ['fy24_revenue', 'FY24 revenue'],
    ['revenue_2024', 'Revenue 2024'],
    ['revenue_2024_01', 'Revenue 2024-01'],
    ['sales_2024_01_31', 'Sales 2024-01-31'],
    ['version_1_2', 'Version 1 2'],
    // Capitals that part words.
    ['totalRevenueUSD', 'Total revenue USD'],
    ['customerId', 'Customer ID'],
    ['OrderDate', 'Order date'],
    ['avgPriceEUR', 'Avg price EUR'],
    ['ARRGrowth', 'ARR growth'],
    ['URLPath', 'URL path'],
    ['top10Products', 'Top10 products'],
    ['iPhoneSales', 'iPhone sales'],
    ['q1Revenue', 'Q1 revenue'],
    ['b2bSales', 'B2B sales'],
    ['pH', 'pH'],
    ['GitHub_stars', 'GitHub stars'],
    // Capitals that are names, or another language's.
    ['Revenue_Germany', 'Revenue Germany'],
    ['Umsatz_je_Region', 'Umsatz je Region'],
    ['Revenue_EMEA', 'Revenue EMEA'],
    ['Total_Revenue', 'Total Revenue'],
    // Capitals throughout.
    ['TOTAL_REVENUE', 'Total revenue'],
    ['CUSTOMER_ID', 'Customer ID'],
    ['NET_SALES', 'Net sales'],
    ['REGION', 'Region'],
    ['NAME', 'Name'],
    ['EMEA', 'EMEA'],
    ['SALES_DACH', 'Sales DACH'],
    ['AVG_PRICE_USD', 'Avg price USD'],
    // What the query doesn't name.
    ['SUM(amount)', 'Sum of amount'],
    ['sum(o.total_price)', 'Sum of total price'],
    ['avg(priceUSD)', 'Average price USD'],
    ['max(id)', 'Max ID'],
    ['sum(yoy_growth)', 'Sum of YoY growth'],
    ['count(1)', 'Count'],
    ['COUNT(*)', 'Count'],
    ['count(DISTINCT customer_id)', 'Count of distinct customer ID'],
    ['count(a, b)', 'count(a, b)'],
    ['sum(1)', 'sum(1)'],
    ['round(sum(amount), 2)', 'round(sum(amount), 2)'],
    ['CAST(x AS INT)', 'CAST(x AS INT)'],
    ['a + b', 'a + b'],
    // Quotes and paths.
    ['`product_name`', 'Product name'],
    ['"Umsatz je Region"', 'Umsatz je Region'],
    ["'region'", 'Region'],
    ['o.amount', 'Amount'],
    ['customer.name', 'Customer name'],
    ['main.sales.orders.amount', 'Orders amount'],
    ['U.S.', 'U.S.'],
    ['v1.2', 'v1.2'],
    // Already for people.
    ['Umsatz je Region', 'Umsatz je Region'],
    ['total revenue', 'total revenue'],
    ['Revenue (USD)', 'Revenue (USD)'],
    ['地域', '地域'],
    ['売上_合計', '売上 合計'],
    ['顧客ID', '顧客ID'],
    ['الإيرادات_الكلية', 'الإيرادات الكلية'],
    ['straße', 'Straße'],
    ['ßa', 'ßa'],
    ['2024', '2024'],
    ['2024-01', '2024-01'],
    ['2024_01', '2024_01'],
    ['_1', '_1'],
    ['check-in', 'check-in'],
    ['ada@example.com', 'ada@example.com'],
    ['#orders', '#orders'],
    ['%', '%'],
    ['_', '_'],
    ['', ''],
    ['  ', ''],
  ])('of %s is “%s”', (name, heading) => {
    expect(headingOf(name)).toBe(heading);
  });

  it('is the name if that is too long for one', () => {
    const name = `sum_of_${'a_'.repeat(200)}`;
    expect(headingOf(name)).toBe(name);
  });

  it('keeps every letter and digit of a name in small letters', () => {
    const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,9}(?:_[a-z]{5,9}){0,3}$/), (name) => {
        expect(lettersOf(headingOf(name))).toBe(lettersOf(name));
      }),
    );
  });

  it('is written once: the heading of a heading of several words is itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{2,9}(?:_[A-Za-z0-9]{1,9}){1,3}$/), (name) => {
        expect(headingOf(headingOf(name))).toBe(headingOf(name));
      }),
    );
  });
});

describe('the headings of one table', () => {
  it('are the names where two would be alike', () => {
    expect(headingsOf(['unit_price', 'unitPrice', 'region'])).toEqual([
      'unit_price',
      'unitPrice',
      'Region',
    ]);
    expect(headingsOf(['o.id', 'c.id'])).toEqual(['o.id', 'c.id']);
    expect(headingsOf(['Total_Revenue', 'total_revenue'])).toEqual([
      'Total_Revenue',
      'total_revenue',
    ]);
  });

  it('are alike where the names are', () => {
    expect(headingsOf(['customer_id', 'customer_id'])).toEqual(['Customer ID', 'Customer ID']);
  });
});
