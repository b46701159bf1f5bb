import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { closedPort } from '../support/closedPort.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';

/** Impatient, so that a test need not wait long; the rules are the same. */
const impatient = {
  INITIAL_BACKOFF: '0.2',
  MAX_RETRIES: '3',
  ADMIN_CONTACT_EMAIL: 'ops@example.com',
};

const html = {
  headers: { 'content-type': 'text/html' },
  body: '<html><title>Bad gateway</title></html>',
};

describe('while Genie is troubled', () => {
  let stage: Stage;
  let bot: Bot;
  let count = 0;
  beforeAll(async () => {
    stage = await openStage();
    bot = await stage.startBot(impatient);
  });
  afterAll(() => stage.close());

  /** Asks words of its own in a place of its own, so that each question can be told apart. */
  function aQuestion() {
    const place = `place-${++count}`;
    const text = `How many orders are there? (${count})`;
    const ask = (words = text) =>
      bot.post(
        aMessage({ text: words, serviceUrl: stage.connector.url, conversation: { id: place } }),
      );
    return { place, text, ask };
  }
  const answerIn = (place: string) =>
    stage.connector.waitFor(() => answersIn(stage.connector, place)[0], 15_000);
  const sentenceIn = (place: string, words: RegExp) =>
    stage.connector.waitFor(
      () =>
        messagesIn(stage.connector, place)
          .map(readAloud)
          .find((text) => words.test(text)),
      15_000,
    );
  const askedInGenie = (text: string) =>
    stage.genie.messages().filter(({ content }) => content.includes(text));
  const posts = (text: string) =>
    stage.genie.requests.filter(
      ({ method, body }) => method === 'POST' && JSON.stringify(body ?? '').includes(text),
    );

  it.each([
    [
      'refuses it with 429 and says how long to wait',
      { status: 429, headers: { 'retry-after': '1' } },
    ],
    ['refuses it with 429', { status: 429 }],
    ['answers 503', { status: 503 }],
    ['answers 500', { status: 500, body: { error_code: 'INTERNAL_ERROR', message: '' } }],
    ['answers 502 with an HTML page', { status: 502, ...html }],
    ['drops the connection before it has the question', 'drop' as const],
    ['accepts the question and drops the connection', 'drop-after' as const],
  ])('a question is asked once and answered once if Genie %s', async (_what, fault) => {
    const { place, text, ask } = aQuestion();
    stage.genie.faults.next({ path: 'start-conversation' }, fault);
    expect(await ask()).toBe(200);
    await answerIn(place);
    expect(askedInGenie(text)).toHaveLength(1);
    expect(answersIn(stage.connector, place)).toHaveLength(1);
  });

  it('a question refused with 429 is not sent again before the time that Genie gave', async () => {
    const { place, text, ask } = aQuestion();
    const wait = { status: 429, headers: { 'retry-after': '3' } };
    stage.genie.faults.next({ path: 'start-conversation' }, wait);
    await ask();
    await answerIn(place);
    const [first, second] = posts(text).map(({ at }) => at);
    expect(second).toBeGreaterThanOrEqual((first ?? 0) + 3_000);
  });

  it('a follow-up whose reply is lost is found in its conversation', async () => {
    const { place, text, ask } = aQuestion();
    await ask('Revenue by region');
    await answerIn(place);
    stage.genie.faults.next({ method: 'POST', path: /\/messages$/ }, 'drop-after');
    await ask();
    await stage.connector.waitFor(() => answersIn(stage.connector, place)[1], 15_000);
    expect(askedInGenie(text)).toHaveLength(1);
    expect(posts(text)).toHaveLength(1);
  });

  it.each([
    ['being polled', { method: 'GET', path: /\/messages\/\w+$/ }],
    ['being read', { method: 'GET', path: 'query-result' }],
  ])('an answer that is %s survives 500, 503, 429, resets and HTML pages', async (_what, match) => {
    const { place, ask } = aQuestion();
    for (const fault of [
      { status: 500 },
      { status: 503 },
      { status: 429 },
      'drop' as const,
      { status: 200, ...html },
    ]) {
      stage.genie.faults.next(match, fault);
    }
    await ask();
    await answerIn(place);
  });

  it('an unknown status means that Genie is still working', async () => {
    const { place, text, ask } = aQuestion();
    const statuses = [
      { status: 'IN_PROGRESS', ms: 300 },
      { status: 'PONDERING', ms: 300 },
      { status: 'COMPLETED', ms: 0 },
    ];
    stage.genie.faults.script(text, { statuses });
    await ask();
    await answerIn(place);
  });

  it('a result that has expired is computed again', async () => {
    const { place, text, ask } = aQuestion();
    stage.genie.faults.script(text, { statuses: [{ status: 'QUERY_RESULT_EXPIRED', ms: 0 }] });
    await ask();
    expect(readAloud(await answerIn(place))).toMatch(/[\d,]{4,}/);
    const reruns = stage.genie.requests.filter(({ path }) => path.endsWith('/execute-query'));
    expect(reruns).toHaveLength(1);
  });

  it.each([
    ['WAREHOUSE_ACCESS_MISSING_EXCEPTION', /ops@example\.com/],
    ['BUDGET_EXCEEDED_EXCEPTION', /ops@example\.com/],
    ['CONTENT_FILTER_EXCEPTION', /question/i],
    ['CONTEXT_EXCEEDED_EXCEPTION', /reset/i],
    ['SQL_EXECUTION_EXCEPTION', /other words|rephras/i],
    ['RATE_LIMIT_EXCEEDED_GENERIC_EXCEPTION', /again/i],
    ['SOMETHING_NEW_EXCEPTION', /again|other words/i],
  ])(
    'the asker of a question that failed with %s reads what to do, and an error ID',
    async (type, words) => {
      const { place, text, ask } = aQuestion();
      stage.genie.faults.script(text, { error: { type, error: 'inner details' } });
      await ask();
      const read = await sentenceIn(place, /Error ID/);
      expect(read).toMatch(words);
      expect(read).not.toContain('inner details');
      const errorId = /Error ID: (\w+)/.exec(read)?.[1];
      expect(bot.log.find((line) => line['errorId'] === errorId)?.event).toBe('question.failed');
    },
  );

  it('the asker of a cancelled question is told so', async () => {
    const { place, text, ask } = aQuestion();
    stage.genie.faults.script(text, { statuses: [{ status: 'CANCELLED', ms: 0 }] });
    await ask();
    expect(await sentenceIn(place, /cancelled/i)).toContain('Error ID');
  });

  it.each([
    [
      'a refused token',
      { status: 401, body: { error_code: 401, message: 'Invalid access token.' } },
    ],
    [
      'a missing scope',
      { status: 403, body: { error_code: 403, message: 'does not have required scopes: genie' } },
    ],
    [
      'an unknown space',
      {
        status: 404,
        body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'Unable to get space [x].' },
      },
    ],
  ])(
    'the asker is told about %s in words, without being asked to try again',
    async (_what, fault) => {
      const { place, text, ask } = aQuestion();
      stage.genie.faults.next({ path: 'start-conversation' }, fault);
      await ask();
      const read = await sentenceIn(place, /Error ID/);
      expect(read).toContain('ops@example.com');
      expect(read).not.toMatch(/Try again|Invalid access|scopes|Unable to get/);
      expect(askedInGenie(text)).toHaveLength(0);
    },
  );

  it('a conversation that Genie no longer has is replaced, and the asker is told', async () => {
    const { place, text, ask } = aQuestion();
    await ask('Revenue by region');
    await answerIn(place);
    const [old] = stage.genie
      .messages()
      .filter(({ content }) => content.endsWith('Revenue by region'))
      .slice(-1);
    stage.genie.faults.expireConversation(old?.conversationId ?? '');
    await ask();
    const answer = await stage.connector.waitFor(
      () => answersIn(stage.connector, place)[1],
      15_000,
    );
    expect(readAloud(answer)).toMatch(/this is a new one/);
    expect(askedInGenie(text)).toHaveLength(1);
  });
});

it('the asker is told in words that Genie can’t be reached, with an error ID', async () => {
  const stage = await openStage();
  try {
    const bot = await stage.startBot({
      ...impatient,
      GENIE_TIMEOUT_SECONDS: '3',
      DATABRICKS_HOST: `http://127.0.0.1:${await closedPort()}`,
    });
    const conversation = { id: 'unreachable' };
    await bot.post(aMessage({ text: 'Anybody?', serviceUrl: stage.connector.url, conversation }));
    const read = await stage.connector.waitFor(() =>
      messagesIn(stage.connector, conversation.id)
        .map(readAloud)
        .find((text) => text.includes('Error ID')),
    );
    expect(read).toMatch(/couldn’t reach Databricks/);
    expect(read).toMatch(/Genie didn’t answer for \d+ s\./);
  } finally {
    await stage.close();
  }
});
