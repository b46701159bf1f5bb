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
import { testReader } from '../support/testReader.ts';

const { texts } = testReader();

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
    allowances: storage.allowances,
    readWholeTableFor: () => readWholeTable,
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

const statusOf = (outcome: ExportOutcome) => exportResponse(outcome, texts).status;

describe('a download link', () => {
  test('is an address of the app itself, and gives the file', async () => {
    const address = await links.create(target);
    expect(address).toMatch(/^https:\/\/bot\.example\/api\/answers\/s1-q1\/export\?table=a1&/);
    const outcome = await open(address);
    const { status, headers, body } = exportResponse(outcome, texts);
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
      texts,
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

  /** Makes files that are not done before `finish` is called. The signature of a link names its question here. */
  function openSlow() {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const exportAnswer = createExporter({
      links: {
        ...links,
        open: async ({ signature }) => ({ ...target, questionId: signature, expiresAt: Infinity }),
      },
      questions: storage.questions,
      allowances: storage.allowances,
      readWholeTableFor: () => () => promise,
      clock,
      log: createLog('error', () => {}),
    });
    return {
      open: (signature: string) =>
        exportAnswer({ answer: '', table: '', format: '', expires: '', signature }),
      finish: () => resolve(undefined),
    };
  }
  const addQuestionOf = async (person: string) => {
    const { place } = makeQuestion();
    const user = { id: person, aadObjectId: person };
    const expiresAt = clock.now() + 60 * minute;
    const id = `${person}-question`;
    await storage.questions.insert(
      makeQuestion({ ...answered, id, place: { ...place, channelId: 'msteams', user }, expiresAt }),
    );
    return id;
  };

  test('can be requested again if too many were being made at once', async () => {
    const [ada = '', bob = '', eve = ''] = await Promise.all(
      ['ada', 'bob', 'eve'].map(addQuestionOf),
    );
    const slow = openSlow();
    const running = [ada, bob].map(slow.open);
    const refused = exportResponse(await slow.open(eve), texts);
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
    slow.finish();
    expect((await Promise.all(running)).map(statusOf)).toEqual([404, 404]);
    expect(statusOf(await slow.open(eve))).toBe(404);
  });

  test('is one at a time for a person, so that one link does not keep everyone else waiting', async () => {
    const [ada = '', bob = ''] = await Promise.all(['ada', 'bob'].map(addQuestionOf));
    const slow = openSlow();
    const running = slow.open(ada);
    const refused = exportResponse(await slow.open(ada), texts);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    const other = slow.open(bob);
    slow.finish();
    expect((await Promise.all([running, other])).map(statusOf)).toEqual([404, 404]);
  });

  test('is refused after ten in a minute, until it is over', async () => {
    const ada = await addQuestionOf('ada');
    const slow = openSlow();
    slow.finish();
    const statuses = [];
    for (let count = 0; count < 12; count += 1) statuses.push(statusOf(await slow.open(ada)));
    expect(statuses).toEqual([...Array<number>(10).fill(404), 429, 429]);
    await clock.advance(minute);
    expect(statusOf(await slow.open(ada))).toBe(404);
  });
});
