import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { systemClock } from '../../src/common/clock.ts';
import { loadConfig } from '../../src/config/config.ts';
import { aCardSubmit, aMessage } from '../support/activities.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { readWorkbook } from '../support/readWorkbook.ts';
import { answersIn, linksOf, messagesIn, readAloud, submitsOf } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';

let stage: Stage;
let bot: Bot;
beforeAll(async () => {
  stage = await openStage();
  bot = await stage.startBot();
});
afterAll(() => stage.close());

describe.each(['msteams', 'webchat'] as const)('a table in %s', (channelId) => {
  const conversation = { id: `orders-${channelId}` };
  const shown = () => messagesIn(stage.connector, conversation.id);
  let buttons: object[];
  let totalRows: number;

  beforeAll(async () => {
    const { connector } = stage;
    const question = { channelId, conversation, text: 'list all orders' };
    await bot.post(aMessage({ ...question, serviceUrl: connector.url }));
    const answer = await connector.waitFor(() => answersIn(connector, conversation.id)[0]);
    totalRows = Number(/of ([\d,]+) rows/.exec(readAloud(answer))?.[1]?.replaceAll(',', ''));
    buttons = submitsOf(answer).filter((data): data is object => Object(data).action === 'export');
  });

  /** Presses Download, and returns what the bot replies. */
  async function press(from?: { id: string }) {
    const before = shown().length;
    const [value] = buttons;
    const serviceUrl = stage.connector.url;
    const click = { channelId, conversation, serviceUrl, value, ...(from && { from }) };
    await bot.post(aCardSubmit(click));
    return stage.connector.waitFor(() => shown()[before]);
  }
  const linkTo = async (format: string) =>
    linksOf(await press()).find((link) => link.includes(`format=${format}`)) ?? 'no link';

  it('has one button, which brings a link for each format', async () => {
    expect(buttons).toHaveLength(1);
    const formats = linksOf(await press()).map((link) => new URL(link).searchParams.get('format'));
    expect(formats).toEqual(['csv', 'xlsx']);
  });

  it('is complete as CSV, beyond what Genie returns at once', async () => {
    const response = await fetch(await linkTo('csv'));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(
        /^attachment; filename=".+ \d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''.+\.csv$/,
      ),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('EFBBBF', 'hex'));
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows[0]?.[0]).toBe('order_id');
    expect(totalRows).toBeGreaterThan(5_000);
    expect(new Set(rows.map(([id]) => id)).size).toBe(totalRows + 1);
  });

  it('is complete as a workbook', async () => {
    const response = await fetch(await linkTo('xlsx'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
    const { rows } = readWorkbook(Buffer.from(await response.arrayBuffer()));
    expect(rows[0]?.[0]).toBe('order_id');
    expect(rows[1]?.[0]).toBeTypeOf('number');
    expect(new Set(rows.map(([id]) => id)).size).toBe(totalRows + 1);
  });

  it('isn’t given out for a link that was changed', async () => {
    const link = await linkTo('csv');
    for (const altered of [
      link.replace('format=csv', 'format=xlsx'),
      link.replace(/expires=(\d)/, 'expires=9$1'),
      link.replace(/table=./, 'table=x'),
      link.replace(/signature=[^&]+/, ''),
    ]) {
      expect(altered).not.toBe(link);
      expect((await fetch(altered)).status).toBe(403);
    }
  });

  it('is given out to the asker only', async () => {
    const reply = await press({ id: 'someone-else' });
    expect(linksOf(reply)).toEqual([]);
    expect(reply.text).toMatch(/Only the person who asked/);
  });

  it('leaves neither its link nor its rows in the log', async () => {
    const link = new URL(await linkTo('csv'));
    const customer = parse(await (await fetch(link)).text(), { bom: true })[1]?.[2];
    expect(customer).toMatch(/\w{3}/);
    const log = JSON.stringify(bot.log);
    expect(log).toContain('answer.exported');
    for (const secret of [link.searchParams.get('signature'), '?sig=', customer]) {
      expect(log).not.toContain(secret);
    }
  });
});

it('with downloads off, a link leads to nothing', async () => {
  const env = {
    AzureWebJobsStorage: 'UseDevelopmentStorage=true',
    DATABRICKS_HOST: stage.genie.url,
    DATABRICKS_TOKEN: stage.genie.token,
    PUBLIC_BASE_URL: 'https://bot.example',
  };
  const link = { answer: 'q', table: 't', format: 'csv', expires: '1', signature: 's' };
  const storage = openMemoryStorage(systemClock);
  const open = (ENABLE_EXPORT: string) =>
    createApp(loadConfig({ ...env, ENABLE_EXPORT }), { storage }).exportAnswer(link);
  expect(await open('true')).toEqual({ reason: 'forged' });
  expect(await open('false')).toEqual({ reason: 'unknown' });
});
