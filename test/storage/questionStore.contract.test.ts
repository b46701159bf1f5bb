import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QuestionStore } from '../../src/questions/ports.ts';
import type { Question } from '../../src/questions/question.ts';
import { createQuestionStore } from '../../src/storage/questionStore.ts';
import type { Rows } from '../../src/storage/rows/rows.ts';
import { aRun } from '../support/aRun.ts';
import { collect } from '../support/collect.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';
import { makeQuestion, now } from '../support/storedValues.ts';

describe.each(rowsTwins)('questions $twin', ({ open }) => {
  let source: RowsSource;
  let rows: Rows;
  let clock: FakeClock;
  let questions: QuestionStore;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    rows = source.create();
    clock = createFakeClock({ now });
    questions = createQuestionStore(rows, clock);
  });

  async function insertAll(...all: Partial<Question>[]) {
    await Promise.all(all.map((changes) => questions.insert(makeQuestion(changes))));
  }

  test('a question is read back as it was written, at every stage of its life', async () => {
    const received = makeQuestion();
    const inserted = await questions.insert(received);
    expect(await questions.get('s1-q1')).toEqual(inserted);
    if (!inserted) throw new Error('not inserted');

    const ended = makeQuestion({
      state: 'failed',
      spaceId: 'space',
      conversationId: 'conversation',
      messageId: 'message',
      progressActivityId: 'p',
      answerActivityId: 'a',
      failure: { code: 'genie-failed', errorId: 'e-1', detail: 'x'.repeat(100_000) },
      rating: 'NEGATIVE',
      lease: { owner: 'me', until: now + 1 },
      startAt: now + 2,
      askingAt: now + 3,
      askedAt: now + 4,
      answeredAt: now + 5,
      endedAt: now + 6,
    });
    const replaced = await questions.replace(inserted, ended);
    const found = await questions.get('s1-q1');
    expect(found).toEqual(replaced);
    expect(found?.value).toEqual(ended);
  });

  test('lists all questions of a session, oldest first, including ended ones, and none from other sessions', async () => {
    await insertAll(
      { id: 's1-q2', acceptedAt: now + 2, state: 'delivered' },
      { id: 's1-q1', acceptedAt: now + 1 },
      { id: 's1-q3', acceptedAt: now + 3, state: 'failed', expiresAt: now - 1 },
      { id: 's2-q4', sessionId: 's2', acceptedAt: now + 4 },
    );
    const ids = (await questions.listAll('s1')).map(({ id }) => id);
    expect(ids).toEqual(['s1-q1', 's1-q2']);
  });

  test('the audit trail can be read from the columns, which contain no question’s text', async () => {
    await insertAll({
      state: 'failed',
      asker: 'ada@example.com',
      rating: 'POSITIVE',
      rows: 5_000_000_000,
      failure: { code: 'genie-timeout', errorId: 'e-1' },
      endedAt: now + 6,
      wordsUntil: now + 7,
    });
    const row = await rows.get({ partition: 's1', row: 'q1' });
    const { document, ...columns } = row?.columns ?? {};
    expect(columns).toEqual({
      state: 'failed',
      open: false,
      leaseUntil: new Date(0),
      channel: 'msteams',
      chatId: 'a:1#/?',
      chatType: 'personal',
      user: 'ada-oid',
      asker: 'ada@example.com',
      rows: 5_000_000_000,
      milliseconds: 6,
      rating: 'POSITIVE',
      errorCode: 'genie-timeout',
      errorId: 'e-1',
      acceptedAt: new Date(now),
      endedAt: new Date(now + 6),
      expiresAt: new Date(now + 60_000),
      wordsUntil: new Date(now + 7),
    });
  });

  test('what a subscription asked can be told by the columns, and why nothing of it was shown', async () => {
    const run = aRun({ dueAt: now + 3, silent: 'unmet' });
    await insertAll({ state: 'delivered', endedAt: now + 4, run });
    const row = await rows.get({ partition: 's1', row: 'q1' });
    expect(row?.columns).toMatchObject({
      subscriptionId: run.subscriptionId,
      dueAt: new Date(now + 3),
      silent: 'unmet',
    });
  });

  test('the text gets its own column at the end if the row keeps it, and never before', async () => {
    await insertAll({ id: 's1-open' }, { id: 's1-ended', state: 'delivered' });
    const question = async (row: string) =>
      (await rows.get({ partition: 's1', row }))?.columns['question'];
    expect(await question('open')).toBeUndefined();
    expect(await question('ended')).toBe('Wie viele Aufträge? 😀');
  });

  test('lists ended questions whose text is no longer needed', async () => {
    await insertAll(
      { id: 's1-over', state: 'delivered', wordsUntil: now },
      { id: 's2-later', state: 'failed', wordsUntil: now + 1 },
      { id: 's3-kept', state: 'delivered' },
      { id: 's4-overdue', state: 'overdue', wordsUntil: now },
    );
    const outspoken = await questions.listOutspoken(now);
    expect(outspoken.map(({ id }) => id)).toEqual(['s1-over']);
  });

  test('lists everyone’s questions since a given time, with their values', async () => {
    await insertAll(
      { id: 's1-before', acceptedAt: now - 5 },
      { id: 's1-after', acceptedAt: now - 4 },
      { id: 's2-after', acceptedAt: now - 3, state: 'delivered' },
    );
    await questions.claim('genie-conversation', 's1-after');
    const found = (await collect(questions.listSince(now - 5))).flat();
    expect(found.map(({ id }) => id).toSorted()).toEqual(['s1-after', 's2-after']);
  });

  test('an activity delivered five times at once is accepted once', async () => {
    const inserts = Array.from({ length: 5 }, () => questions.insert(makeQuestion()));
    const accepted = (await Promise.all(inserts)).filter(Boolean);
    expect(accepted).toHaveLength(1);
  });

  test('if several workers take the lease at once, one gets it', async () => {
    const read = await questions.insert(makeQuestion());
    if (!read) throw new Error('not inserted');
    const owners = ['a', 'b', 'c', 'd', 'e'];
    const leases = await Promise.all(
      owners.map((owner) =>
        questions.replace(read, { ...read.value, lease: { owner, until: now + 30_000 } }),
      ),
    );
    const winner = leases.find(Boolean);
    expect(leases.filter(Boolean)).toHaveLength(1);
    expect(await questions.get('s1-q1')).toEqual(winner);
  });

  test('an ID without a dash or in another case finds no question', async () => {
    await insertAll({});
    for (const id of ['', 's1', 's1-', '-q1', 'S1-q1', 's1-q1-']) {
      expect(await questions.get(id)).toBeUndefined();
    }
  });

  test("lists a session's open questions, oldest first, without ended, expired or other people's", async () => {
    await insertAll(
      { id: 's1-c', acceptedAt: now - 1, state: 'asked' },
      { id: 's1-b', acceptedAt: now - 1, state: 'failing' },
      { id: 's1-a', acceptedAt: now },
      { id: 's1-d', acceptedAt: now - 9, state: 'answered' },
      { id: 's1-e', state: 'delivered' },
      { id: 's1-f', state: 'failed' },
      { id: 's1-g', expiresAt: now },
      { id: 's10-h', sessionId: 's10' },
    );
    const open = await questions.listOpen('s1');
    expect(open.map(({ id }) => id)).toEqual(['s1-d', 's1-b', 's1-c', 's1-a']);
  });

  test('lists as abandoned the open questions that have no owner and wait for nothing', async () => {
    await insertAll(
      { id: 's5-waiting', acceptedAt: now - 5, startAt: now + 1 },
      { id: 's6-waited', acceptedAt: now - 5, startAt: now - 1 },
      { id: 's1-none', acceptedAt: now - 3 },
      { id: 's2-over', acceptedAt: now - 4, state: 'asked', lease: { owner: 'x', until: now - 1 } },
      { id: 's3-held', state: 'asked', lease: { owner: 'x', until: now } },
      { id: 's4-done', state: 'delivered', lease: { owner: 'x', until: now - 1 } },
    );
    await questions.claim('genie-conversation', 's1-none');
    const abandoned = await questions.listAbandoned(now);
    expect(abandoned.map(({ id }) => id)).toEqual(['s6-waited', 's2-over', 's1-none']);
  });

  test('a conversation is claimed by one question, which can claim it again', async () => {
    const ids = ['s1-a', 's2-b', 's3-c'];
    const claims = await Promise.all(ids.map((id) => questions.claim('c/1', id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await Promise.all(ids.map((id) => questions.claim('c/1', id)))).toEqual(claims);
    expect(await questions.claim('c/2', 's2-b')).toBe(true);
  });

  test('a claim is swept after a week, and not before', async () => {
    await questions.claim('c', 's1-a');
    const week = 7 * 24 * 60 * 60 * 1_000;
    expect(await questions.deleteExpired(now + week - 1)).toBe(0);
    expect(await questions.deleteExpired(now + week)).toBe(1);
    expect(await questions.claim('c', 's2-b')).toBe(true);
  });
});
