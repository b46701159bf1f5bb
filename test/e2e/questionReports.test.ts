import { afterEach, describe, expect, it } from 'vitest';
import { createMovableClock } from '../support/movableClock.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

let bot: InProcess;
afterEach(() => bot.close());

const lines = (event: string) => bot.log.filter((line) => line['event'] === event);
const ended = () => until(() => lines('question.ended')[0]);

describe('the log line at the end of a question', () => {
  it('has every stage in order, and the outcome', async () => {
    bot = await openInProcess();
    await aPersonAt(bot, 'stages').ask('Revenue by region');
    const line = await ended();
    expect(line).toMatchObject({
      channel: 'msteams',
      state: 'delivered',
      attempts: 1,
      retries: 0,
      throttled: 0,
      deliveryAttempts: 0,
      rows: 6,
    });
    const times = ['msToAsking', 'msToAsked', 'msToAcknowledge', 'msToEnd'].map(
      (name) => line[name] as number,
    );
    expect(times.filter((ms) => !(ms >= 0))).toEqual([]);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(line['msToAnswered']).toBeGreaterThanOrEqual(Number(line['msToAsked']));
    expect(line['msToAnswered']).toBeLessThanOrEqual(Number(line['msToEnd']));
    expect(Object.keys(line['msByStatus'] as object)).toContain('SUBMITTED');
    expect(JSON.stringify(line)).not.toMatch(/Revenue|ada@/);
  });

  it('counts repeated requests, and how often Genie answered 429', async () => {
    bot = await openInProcess();
    const starts = { path: 'start-conversation' };
    bot.genie.faults.next(starts, { status: 429, headers: { 'retry-after': '1' } });
    bot.genie.faults.next(starts, { status: 429, headers: { 'retry-after': '1' } });
    await aPersonAt(bot, 'throttled').ask('Revenue by region');
    expect(await ended()).toMatchObject({ attempts: 3, retries: 2, throttled: 2 });
  });

  it('is written once for a cancelled question', async () => {
    bot = await openInProcess();
    const statuses = [
      { status: 'ASKING_AI', ms: 600 },
      { status: 'COMPLETED', ms: 0 },
    ];
    bot.genie.faults.script('slowly', { statuses });
    const person = aPersonAt(bot, 'cancelled', { scene: 'webchat' });
    await person.write('Revenue slowly');
    await person.hear('cancel');
    await bot.settled();
    expect(lines('question.ended')).toHaveLength(1);
    expect(await ended()).toMatchObject({ state: 'failed', code: 'cancelled-by-asker' });
  });
});

describe('a question whose asker was told that it takes too long', () => {
  it('ends when it is answered after all, and is counted then', async () => {
    const clock = createMovableClock();
    bot = await openInProcess({ clock, env: { GENIE_TIMEOUT_SECONDS: '1' } });
    const statuses = [
      { status: 'ASKING_AI', ms: 1_300 },
      { status: 'COMPLETED', ms: 0 },
    ];
    bot.genie.faults.script('slowly', { statuses });
    await aPersonAt(bot, 'overdue').write('Revenue by region slowly');
    await until(() => lines('question.overdue')[0]);
    expect(lines('question.ended')).toEqual([]);
    await until(() => Date.now() > (bot.genie.messages()[0]?.createdAt ?? 0) + 1_400);
    await bot.settled();
    clock.skip(31_000);
    expect(await ended()).toMatchObject({ state: 'delivered', retries: 0 });
    expect(lines('question.ended')).toHaveLength(1);
  });
});

describe('the log', () => {
  it('leads from the activity to Genie’s message, and from a refused call to its question', async () => {
    bot = await openInProcess();
    const refusal = { error_code: 'TEMPORARILY_UNAVAILABLE', details: [{ request_id: 'r-77' }] };
    bot.genie.faults.next(
      { path: 'query-result' },
      { status: 503, headers: { 'x-request-id': 'r-77' }, body: refusal },
    );
    const person = aPersonAt(bot, 'correlated', { scene: 'webchat' });
    await person.write('Revenue by region', { id: 'activity-77' });
    await ended();

    const { questionId } = lines('question.accepted')[0] ?? {};
    expect(lines('question.accepted')[0]).toMatchObject({ activityId: 'activity-77' });
    const [message] = bot.genie.messages();
    expect(lines('question.step')).toContainEqual(
      expect.objectContaining({
        questionId,
        state: 'asked',
        conversationId: message?.conversationId,
        messageId: message?.id,
      }),
    );
    expect(lines('genie.retry')[0]).toMatchObject({
      questionId,
      code: 'genie-unavailable',
      requestId: 'r-77',
    });
    expect(readAloud(person.answers()[0] ?? { type: 'message' })).toContain('region');
  });
});
