import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

let chats = 0;

async function show(question: string, columns: object[], rows: string[][], locale = 'en-US') {
  bot.genie.faults.script(question, {
    attachments: [{ query: { query: 'SELECT 1' } as never }],
    statementResponse: {
      status: { state: 'SUCCEEDED' },
      manifest: { schema: { columns }, total_row_count: rows.length },
      result: { data_array: rows },
    },
  });
  const answer = await aPersonAt(bot, `chat-${++chats}`, { locale }).ask(question);
  return { json: JSON.stringify(answer), text: readAloud(answer) };
}

it('an order’s key is neither drawn nor grouped, and the chart shows the price', async () => {
  const { json, text } = await show(
    'Newest orders',
    [
      { name: 'o_orderkey', type_name: 'LONG' },
      { name: 'o_orderdate', type_name: 'DATE' },
      { name: 'o_totalprice', type_name: 'DECIMAL', type_text: 'DECIMAL(18,2)', type_scale: 2 },
    ],
    [
      ['4110656', '1998-08-02', '1204.50'],
      ['3043270', '1998-08-01', '999.00'],
      ['5000001', '1998-07-31', '15.00'],
      ['2000003', '1998-07-30', '88.20'],
    ],
  );
  expect(text).toContain('From 88.20 (Jul 30, 1998) to 1,204.50 (Aug 2, 1998).');
  expect(text).toContain('4110656');
  expect(json).not.toMatch(/4,110,656|5,000,001/);
  const chart = /\{"type":"Chart\.Line".*?\}\]\}\]/.exec(json)?.[0] ?? '';
  expect(chart).toContain('O totalprice');
  expect(chart).not.toMatch(/orderkey/i);
});

it('years of a German table are its x axis', async () => {
  const { text } = await show(
    'Umsatz je Jahr',
    [
      { name: 'Jahr', type_name: 'INT' },
      { name: 'Umsatz', type_name: 'LONG' },
    ],
    [
      ['2022', '1200000'],
      ['2023', '1300000'],
      ['2024', '1250000'],
    ],
    'de-DE',
  );
  expect(text).toContain('Von 1.200.000 (2022) auf 1.250.000 (2024).');
  expect(text).not.toContain('2.024');
});

it.each([
  ['customerid', '4711001', 'en-US', '4711001'],
  ['Jahr', '2024', 'de-DE', '2024'],
  ['population_year_2020', '4711001', 'en-US', '4,711,001'],
])('a single %s of %s is written large in %s as %s', async (name, value, locale, written) => {
  const columns = [{ name, type_name: 'LONG' }];
  const { json } = await show(`The ${name}`, columns, [[value]], locale);
  expect(json).toMatch(new RegExp(`"text":"${written}","size":"ExtraLarge"`));
});
