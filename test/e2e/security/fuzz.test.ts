import { randomUUID } from 'node:crypto';
import { HttpRequest } from '@azure/functions';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCardSubmit, aMessage, anInvoke } from '../../support/activities.ts';
import { aPost } from '../../support/aPost.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { runs } from '../../support/runs.ts';
import { until } from '../../support/until.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({ env: { USER_QUESTIONS_PER_MINUTE: '10000', LOG_LEVEL: 'info' } });
});
afterAll(() => bot.close());

/** One sentence of ours, or nothing: no stack, no path, no words of a library. */
const ourSentence = /^[A-Z][^\n]{1,200}\.$/;
const notOurs = /\bat .+:\d+|node_modules|Error:|Unexpected token|zod|validate/i;

async function postMessage(body: unknown): Promise<number> {
  const { status = 200, body: said, jsonBody } = await bot.app.receiveActivity(aPost(body));
  if (status >= 400 && status !== 501) {
    expect(said).toMatch(ourSentence);
    expect(said).not.toMatch(notOurs);
  }
  expect(jsonBody === undefined || status === 200).toBe(true);
  return status;
}

/** Characters that were trouble somewhere, among ordinary ones. */
const tricky = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '\u202e\u2066',
    '__proto__',
    'constructor',
    'a'.repeat(5_000),
    '../../etc/passwd',
    "' or 1 eq 1",
    'en-US-x-\0',
    'Europe/../Berlin',
    '<at>Genie</at>',
    '{{7*7}}',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  ),
);
const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
const anything = fc.oneof(tricky, json, fc.constant(undefined));

/** A valid activity in which one or a few things are something else. */
function spoiled(make: () => object, values = anything) {
  const fields = [
    ['type'],
    ['id'],
    ['name'],
    ['text'],
    ['value'],
    ['locale'],
    ['localTimezone'],
    ['channelId'],
    ['serviceUrl'],
    ['replyToId'],
    ['entities'],
    ['attachments'],
    ['membersAdded'],
    ['channelData'],
    ['channelData', 'tenant'],
    ['from'],
    ['from', 'id'],
    ['from', 'name'],
    ['from', 'aadObjectId'],
    ['recipient'],
    ['recipient', 'id'],
    ['conversation'],
    ['conversation', 'id'],
    ['conversation', 'conversationType'],
    ['conversation', 'isGroup'],
    ['__proto__'],
  ];
  const change = fc.record({ path: fc.constantFrom(...fields), value: values });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const activity = structuredClone(make()) as Record<string, unknown>;
    for (const { path, value } of changes) put(activity, path, value);
    return activity;
  });
}

function put(target: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown) {
  const inner = target[name];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) {
    put(inner as Record<string, unknown>, rest, value);
  } else {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  }
}

const help = () => aMessage({ text: 'help', serviceUrl: bot.connector.url });

describe('/api/messages', () => {
  it('refuses every body that isn’t an activity, and never breaks', async () => {
    const bodies = fc.oneof(
      tricky,
      json.map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect(await postMessage(body)).toBe(400);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it('accepts or refuses activities with spoiled parts, and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled(help), async (activity) => {
        expect(await postMessage(activity)).toBeLessThan(500);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('answers questions, whatever surrounds them', async () => {
    const question = () =>
      aMessage({
        text: 'Revenue by region',
        serviceUrl: bot.connector.url,
        conversation: { id: randomUUID(), conversationType: 'personal' },
      });
    await fc.assert(
      fc.asyncProperty(spoiled(question, tricky), async (activity) => {
        expect(await postMessage(activity)).toBeLessThan(500);
      }),
      { numRuns: runs(150) },
    );
    const count = (name: string) => bot.log.filter(({ event }) => event === name).length;
    expect(count('question.accepted')).toBeGreaterThan(runs(150) / 8);
    await until(() => count('question.accepted') === count('question.ended'));
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('ignores buttons that the bot never made', async () => {
    const submit = fc.record(
      {
        action: fc.oneof(
          fc.constantFrom('rate', 'show', 'export', 'page', 'sql', 'space', 'continue', 'delete'),
          anything,
        ),
        answer: fc.oneof(
          anything,
          fc.constant(`${'0'.repeat(32)}-${'0'.repeat(32)}.${'0'.repeat(32)}`),
        ),
        rating: fc.oneof(fc.constantFrom('POSITIVE', 'NEGATIVE', 'NONE'), anything),
        table: fc.oneof(fc.integer(), anything),
        page: fc.oneof(fc.integer(), anything),
        format: fc.oneof(fc.constantFrom('csv', 'xlsx'), anything),
      },
      { requiredKeys: [] },
    );
    const before = bot.genie.requests.length;
    await fc.assert(
      fc.asyncProperty(fc.oneof(submit, json), async (value) => {
        const { url: serviceUrl } = bot.connector;
        expect(await postMessage(aCardSubmit({ value, serviceUrl }))).toBe(200);
        const invoke = anInvoke({ name: 'message/submitAction', value, serviceUrl });
        expect(await postMessage(invoke)).toBeLessThan(500);
      }),
      { numRuns: runs(1_000) },
    );
    const changes = bot.genie.requests.slice(before).filter(({ method }) => method !== 'GET');
    expect(changes).toEqual([]);
  });

  it('answers 501 to unknown invokes', async () => {
    const { url: serviceUrl } = bot.connector;
    for (const name of [
      'adaptiveCard/action',
      'task/fetch',
      'composeExtension/query',
      'x'.repeat(99),
    ]) {
      expect(await postMessage(anInvoke({ name, value: {}, serviceUrl }))).toBe(501);
    }
  });

  it.each([
    ['a body over 256 KB', 413, () => ({ ...help(), text: 'x'.repeat(257 * 1024) })],
    ['brackets without end', 400, () => '['.repeat(100_000)],
    ['objects in objects', 400, () => `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['depth within an activity', 400, () => ({ ...help(), value: nested(60) })],
    ['depth that a card could have', 200, () => ({ ...help(), value: nested(40) })],
    ['nothing', 400, () => ''],
    ['an array', 400, () => [help()]],
    ['null', 400, () => 'null'],
  ])('answers %s with %i', async (_what, status, body) => {
    expect(await postMessage(body())).toBe(status);
  });

  it.each(['id', 'from', 'conversation', 'recipient', 'serviceUrl', 'channelId', 'type'])(
    'refuses an activity without %s, and says so',
    async (field) => {
      const { body, status } = await bot.app.receiveActivity(
        aPost({ ...help(), [field]: undefined }),
      );
      expect(status).toBe(400);
      expect(body).toBe(`The activity’s ${field} is missing or has the wrong type.`);
    },
  );

  it('refuses a body that isn’t UTF-8', async () => {
    const request = new HttpRequest({
      method: 'POST',
      url: 'http://127.0.0.1/api/messages',
      body: { bytes: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) },
    });
    expect((await bot.app.receiveActivity(request)).status).toBe(400);
  });

  it('accepts only POST', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const request = new HttpRequest({ method, url: 'http://127.0.0.1/api/messages' });
      expect(await bot.app.receiveActivity(request)).toMatchObject({
        status: 405,
        headers: { allow: 'POST' },
      });
    }
  });
});

describe('/api/feedback', () => {
  it('accepts only signed ratings, and never breaks', async () => {
    const rating = fc.record(
      {
        answerId: anything,
        rating: fc.oneof(fc.constantFrom('POSITIVE', 'NEGATIVE', 'NONE'), anything),
        comment: anything,
      },
      { requiredKeys: [] },
    );
    const header = fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme-ascii' }).map((text) => `Bearer ${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(rating, json, tricky), header, async (body, authorization) => {
        const { status = 200, body: said } = await bot.app.receiveRating(
          aPost(body, { authorization }),
        );
        expect([400, 401, 404]).toContain(status);
        expect(said).not.toMatch(notOurs);
      }),
      { numRuns: runs(3_000) },
    );
  });
});

describe('a download link', () => {
  it('opens nothing if it wasn’t signed, and never breaks', async () => {
    const part = fc.oneof(tricky, fc.nat().map(String), fc.constantFrom('csv', 'xlsx', '0'));
    const link = fc.record({
      answer: part,
      table: part,
      format: part,
      expires: part,
      signature: part,
    });
    await fc.assert(
      fc.asyncProperty(link, async (signed) => {
        const outcome = await bot.app.exportAnswer(signed);
        expect(outcome).toEqual({ reason: expect.stringMatching(/^(forged|expired|unknown)$/) });
      }),
      { numRuns: runs(3_000) },
    );
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) };
}
