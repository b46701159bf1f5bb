import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { createLog } from '../../src/common/log.ts';
import { createExporter, type ExportOutcome } from '../../src/exports/exporter.ts';
import { createExportLinks } from '../../src/exports/exportLinks.ts';
import { exportResponse } from '../../src/exports/exportResponse.ts';
import type { ReadWholeTable } from '../../src/exports/wholeTable.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { makeQuestion } from '../support/storedValues.ts';

const minute = 60_000;
const target = { questionId: 's1-q1', table: 'a1', format: 'csv' } as const;
const answered = { spaceId: 's', conversationId: 'c', messageId: 'm' };

let clock: FakeClock;
let storage: ReturnType<typeof openMemoryStorage>;
let links: ReturnType<typeof createExportLinks>;
let log: string[];

beforeEach(async () => {
  clock = createFakeClock();
  storage = openMemoryStorage(clock);
  const { readSigningKey: readKey } = storage;
  const baseUrl = 'https://bot.example';
  links = createExportLinks({ baseUrl, lifetimeMs: 15 * minute, readKey, clock });
  log = [];
  const expiresAt = clock.now() + 60 * minute;
  await storage.questions.insert(makeQuestion({ ...answered, expiresAt }));
});
afterEach(() => expect(log.join()).not.toContain('signature'));

/** Opens the address as the function does. */
async function open(address: string, readWholeTable: ReadWholeTable = readSales) {
  const { pathname, searchParams } = new URL(address);
  const text = (name: string) => searchParams.get(name) ?? '';
  const exportAnswer = createExporter({
    links,
    questions: storage.questions,
    readWholeTable,
    clock,
    log: createLog('debug', (_, line) => log.push(line)),
  });
  return exportAnswer({
    answer: pathname.split('/').at(-2) ?? '',
    table: text('table'),
    format: text('format'),
    expires: text('expires'),
    signature: text('signature'),
  });
}

const readSales: ReadWholeTable = async (ids, attachmentId) =>
  ids.messageId === 'm' && attachmentId === 'a1'
    ? { title: 'Sales', columns: [{ name: 'n', type: 'INT' }], rows: [['1'], ['2']] }
    : undefined;

const statusOf = (outcome: ExportOutcome) => exportResponse(outcome).status;

describe('a download link', () => {
  test('is an address of the app itself, and gives the file', async () => {
    const address = await links.create(target);
    expect(address).toMatch(/^https:\/\/bot\.example\/api\/answers\/s1-q1\/export\?table=a1&/);
    const outcome = await open(address);
    const { status, headers, body } = exportResponse(outcome);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining('filename="Sales 2026-11-21.csv"'),
    });
    expect(parse(body as Buffer, { bom: true })).toEqual([['n'], ['1'], ['2']]);
  });

  test('works until it expires', async () => {
    const address = await links.create(target);
    await clock.advance(15 * minute - 1);
    expect(statusOf(await open(address))).toBe(200);
    await clock.advance(1);
    expect(statusOf(await open(address))).toBe(410);
  });

  test('opens on another instance than the one that made it', async () => {
    const address = await links.create(target);
    const readKey = async () => Buffer.from(await storage.readSigningKey());
    links = createExportLinks({ baseUrl: '', lifetimeMs: 1, readKey, clock });
    expect(statusOf(await open(address))).toBe(200);
  });

  test('opens nothing if it was made with another key', async () => {
    const other = openMemoryStorage(clock);
    const address = await createExportLinks({
      baseUrl: 'https://bot.example',
      lifetimeMs: minute,
      readKey: other.readSigningKey,
      clock,
    }).create(target);
    expect(statusOf(await open(address))).toBe(403);
  });

  test.each([
    ['a question that is gone', { ...target, questionId: 's1-q2' }],
    ['a table that the answer does not have', { ...target, table: 'a2' }],
  ])('finds nothing if it leads to %s', async (_, unknown) => {
    expect(statusOf(await open(await links.create(unknown)))).toBe(404);
  });
});

describe('a file that can’t be created', () => {
  test.each([
    ['too large', new AppError('too-large', 'big'), 413],
    ['Genie is unavailable', new AppError('genie-unavailable', 'down'), 502],
    ['a fault of our own', new TypeError('oops'), 502],
  ])('gets a sentence and an error ID from the log: %s', async (_, error, status) => {
    const response = exportResponse(
      await open(await links.create(target), async () => Promise.reject(error)),
    );
    expect(response.status).toBe(status);
    const errorId = /Error ID: (\w+)/.exec(String(response.body))?.[1];
    expect(log.join()).toContain(`"errorId":"${errorId}"`);
    expect(String(response.body)).not.toContain(error.message);
  });

  test('sends no byte if its rows break off', async () => {
    async function* broken() {
      yield ['1'];
      throw new AppError('genie-bad-response', 'not all of them');
    }
    const columns = [{ name: 'n', type: 'INT' }];
    const outcome = await open(await links.create(target), async () => ({
      columns,
      rows: broken(),
    }));
    expect(statusOf(outcome)).toBe(502);
  });

  test('is given up as soon as it has too many bytes', async () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read += 1;
        yield ['x'.repeat(1_000_000)];
      }
    }
    const columns = [{ name: 't', type: 'STRING' }];
    const outcome = await open(await links.create(target), async () => ({
      columns,
      rows: endless(),
    }));
    expect(statusOf(outcome)).toBe(413);
    expect(read).toBeLessThan(60);
  });

  test('can be requested again if too many were being made at once', async () => {
    const address = await links.create(target);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const exportAnswer = createExporter({
      links: { ...links, open: async () => ({ ...target, expiresAt: Infinity }) },
      questions: storage.questions,
      readWholeTable: () => promise,
      clock,
      log: createLog('error', () => {}),
    });
    const signed = { answer: '', table: '', format: '', expires: '', signature: address };
    const running = Array.from({ length: 2 }, () => exportAnswer(signed));
    const refused = exportResponse(await exportAnswer(signed));
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
    resolve(undefined);
    expect((await Promise.all(running)).map(statusOf)).toEqual([404, 404]);
    expect(statusOf(await exportAnswer(signed))).toBe(404);
  });
});
