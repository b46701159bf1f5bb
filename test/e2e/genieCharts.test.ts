import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MessageScript } from '../../local/demo/faults.ts';
import { aPicture } from '../gateway/aPicture.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  const perMinute = { GENIE_QUESTIONS_PER_MINUTE: '1000', USER_QUESTIONS_PER_MINUTE: '1000' };
  bot = await openInProcess({ env: { GENIE_CHARTS: 'true', ...perMinute } });
});
afterEach(() => bot.genie.faults.clear());
afterAll(() => bot.close());

const questions = () =>
  bot.genie.requests.filter(
    ({ method, path }) => method === 'POST' && /start-conversation|\/messages$/.test(path),
  );
const png = /"url":"data:image\/png;base64,([^"]*)"/;

const placeOf = (what: string) => what.replaceAll(' ', '-');

/** What is visible at first: the chart or the rows of the first table. */
const firstShown = (activity: unknown) =>
  /"id":"(chart|rows)0","isVisible":true/.exec(JSON.stringify(activity))?.[1];

describe('a workspace that is asked for charts', () => {
  it('is asked once, and what it would have drawn is shown first, drawn by the bot', async () => {
    const before = questions().length;
    const answer = await aPersonAt(bot, 'plain').ask('Revenue by region');
    expect(questions().slice(before)).toMatchObject([{ body: { enable_visualization: true } }]);
    expect(firstShown(answer)).toBe('chart');
    expect(JSON.stringify(answer)).toContain('Chart.HorizontalBar');
    expect(JSON.stringify(answer)).not.toMatch(png);
  });

  it('has its own picture shown', async () => {
    const picture = aPicture(600, 400);
    bot.genie.faults.next({ path: 'download-visualization' }, { status: 200, body: picture });
    const answer = await aPersonAt(bot, 'picture').ask('Revenue by region');
    expect(png.exec(JSON.stringify(answer))?.[1]).toBe(picture.toString('base64'));
    expect(readAloud(answer)).toContain('Europe');
  });

  it.each([
    ['cuts the connection', 'drop' as const],
    ['takes its time', { delay: 4_000 }],
    ['sends a page', { status: 200, body: '<html>sign in</html>' }],
    ['is behind Private Link', { status: 302, headers: { location: '/login.html' } }],
    ['takes the token for no good', { status: 401, body: { error_code: 'UNAUTHENTICATED' } }],
    [
      'sends too much',
      { status: 200, body: Buffer.concat([aPicture(9, 9), Buffer.alloc(30_000)]) },
    ],
  ])('loses no answer if it %s instead of a picture', async (what, fault) => {
    bot.genie.faults.next({ path: 'download-visualization' }, fault);
    const before = questions().length;
    const answer = await aPersonAt(bot, placeOf(what)).ask('Revenue by region');
    expect(readAloud(answer)).toContain('Europe');
    expect(JSON.stringify(answer)).not.toMatch(png);
    expect(questions()).toHaveLength(before + 1);
  });

  it('isn’t asked again without them if it refuses', async () => {
    bot.genie.faults.next(
      { path: 'start-conversation' },
      { status: 400, body: { error_code: 'INVALID_PARAMETER_VALUE', message: 'unknown field' } },
    );
    const before = questions().length;
    await aPersonAt(bot, 'refused').write('Revenue by region');
    await bot.connector.waitFor(() => bot.log.find(({ event }) => event === 'question.failed'));
    await bot.settled();
    expect(questions()).toHaveLength(before + 1);
  });
});

const odd: [string, unknown][] = [
  ['nothing', null],
  ['a text', 'x'],
  ['a number', 7],
  ['a list', [null, {}, [], 7, 'x']],
  ['an object', { a: { b: [] } }],
  ['markup', '<b>[x](https://evil.example)</b> {{DATE(2026-01-01T00:00:00Z)}}'],
  ['Hebrew', 'הכנסות לפי אזור'],
  ['a long text', 'x'.repeat(200_000)],
];

it.each(odd)('an answer is there, whatever the fields beside it hold: %s', async (what, value) => {
  const sql = 'SELECT region, 1 AS revenue FROM demo.sales.orders';
  const attachments = [
    {
      query: {
        query: sql,
        title: 'Revenue',
        description: value,
        parameters: [value, { keyword: value, value, sql_type: value }],
        thoughts: [value, { thought_type: value, content: value }],
        last_updated_timestamp: value,
      },
    },
    { viz: value },
    { viz: { title: value, query_attachment_id: value } },
    { text: { content: 'EMEA led.' } },
  ] as unknown as MessageScript['attachments'] & object;
  bot.genie.faults.script(`odd ${what}`, { attachments });
  const answer = await aPersonAt(bot, placeOf(`odd ${what}`)).ask(`odd ${what}`);
  expect(readAloud(answer)).toContain('EMEA led.');
  expect(JSON.stringify(answer)).not.toContain('https://evil.example"');
});
