import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src/common/errors.ts';
import { GenieError } from '../../src/genie/errors.ts';
import { pollMessage } from '../../src/genie/pollMessage.ts';
import type { Message } from '../../src/genie/types.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type ScriptedResponse, startScriptedServer } from '../support/scriptedServer.ts';
import { createTestClient, ids } from './testClient.ts';

const start = Date.UTC(2026, 10, 21, 9, 0, 0);

function messageWith(status: string): Message {
  return { ...ids, content: 'q', status, attachments: [] };
}

/** A client that shows these statuses, or throws these errors, one after the other; the last one stays. */
function clientShowing(...script: (string | Error)[]) {
  const client = {
    looks: 0,
    async getMessage(): Promise<Message> {
      const shown = script[Math.min(client.looks++, script.length - 1)];
      if (shown instanceof Error) throw shown;
      return messageWith(shown ?? 'SUBMITTED');
    },
  };
  return client;
}

/** Answers a little later, as over a real network. */
const afterAWhile =
  (body: unknown): ScriptedResponse =>
  (_request, response) =>
    void setTimeout(() => response.end(JSON.stringify(body)), 30);

const deadlineAt = start + 600_000;
const failure = (code: ErrorCode, retryAfterMs?: number) =>
  new GenieError(code, code, {
    acted: 'no',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

describe('the end of polling', () => {
  it.each(['COMPLETED', 'FAILED', 'CANCELLED', 'QUERY_RESULT_EXPIRED'])(
    '%s ends the polling right away',
    async (status) => {
      const clock = createFakeClock({ now: start, autoAdvance: true });
      const client = clientShowing('ASKING_AI', 'EXECUTING_QUERY', 'ASKING_AI', status);
      const message = await pollMessage(client, ids, { clock, deadlineAt });
      expect(message.status).toBe(status);
      expect(client.looks).toBe(4);
    },
  );

  it.each(['IN_PROGRESS', 'SOMETHING_NEW', ''])(
    'an unknown status, %j, means that Genie is working',
    async (status) => {
      const clock = createFakeClock({ now: start, autoAdvance: true });
      const message = await pollMessage(clientShowing(status, status, 'COMPLETED'), ids, {
        clock,
        deadlineAt,
      });
      expect(message.status).toBe('COMPLETED');
    },
  );
});

describe('the rhythm of polling', () => {
  it('is one poll a second for a minute, then fewer, down to one every five seconds', async () => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const client = clientShowing(...Array<string>(70).fill('ASKING_AI'), 'COMPLETED');
    await pollMessage(client, ids, { clock, deadlineAt });
    expect(clock.sleeps.slice(0, 60)).toEqual(Array(60).fill(1000));
    expect(clock.sleeps.slice(60, 66)).toEqual([1500, 2250, 3375, 5000, 5000, 5000]);
  });

  it('starts right away, with the second poll a second later', async () => {
    const clock = createFakeClock({ now: start });
    const client = clientShowing('ASKING_AI', 'COMPLETED');
    const polling = pollMessage(client, ids, { clock, deadlineAt });
    await clock.whenSleeping();
    await clock.advance(999);
    expect(client.looks).toBe(1);
    await clock.advance(1);
    expect(await polling).toMatchObject({ status: 'COMPLETED' });
  });

  it('pauses after a throttled poll for as long as Genie asked', async () => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const client = clientShowing(failure('genie-throttled', 7_000), 'COMPLETED');
    await pollMessage(client, ids, { clock, deadlineAt });
    expect(clock.sleeps).toEqual([7_000]);
  });
});

describe('trouble while polling', () => {
  it.each([
    failure('genie-unavailable'),
    failure('genie-unreachable'),
    failure('genie-timeout'),
    failure('genie-bad-response'),
    new AppError('secret-unavailable', 'the vault is away'),
  ])('$code counts as a poll that saw nothing', async (error) => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const client = clientShowing(error, error, 'COMPLETED');
    expect(await pollMessage(client, ids, { clock, deadlineAt })).toMatchObject({
      status: 'COMPLETED',
    });
  });

  it.each([
    failure('conversation-gone'),
    failure('genie-not-found'),
    failure('genie-unauthorized'),
    failure('genie-forbidden'),
    failure('bad-request'),
    new TypeError('a mistake of ours'),
  ])('$message ends the polling', async (error) => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const client = clientShowing('ASKING_AI', error);
    await expect(pollMessage(client, ids, { clock, deadlineAt })).rejects.toBe(error);
    expect(client.looks).toBe(2);
  });
});

describe('the deadline', () => {
  it('ends the polling on time, with the last sight of Genie as the cause', async () => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const error = failure('genie-unavailable');
    const polling = pollMessage(clientShowing('ASKING_AI', error), ids, {
      clock,
      deadlineAt: start + 2_500,
    });
    await expect(polling).rejects.toMatchObject({ code: 'genie-timeout', cause: error });
    expect(clock.sleeps).toEqual([1000, 1000, 500]);
  });

  it('allows one poll even if it has passed', async () => {
    await using genie = await startScriptedServer();
    const { client, clock } = createTestClient(genie.url);
    const passed = clock.now() - 1;
    genie.next(afterAWhile({ status: 'COMPLETED' }), { body: { status: 'ASKING_AI' } });
    const done = pollMessage(client, ids, { clock, deadlineAt: passed });
    expect(await done).toMatchObject({ status: 'COMPLETED' });
    const late = pollMessage(client, ids, { clock, deadlineAt: passed });
    await expect(late).rejects.toMatchObject({ code: 'genie-timeout' });
    expect(genie.requests).toHaveLength(2);
  });
});

describe('an abort', () => {
  it('ends a wait at once', async () => {
    const clock = createFakeClock({ now: start });
    const abort = new AbortController();
    const { signal } = abort;
    const polling = pollMessage(clientShowing('ASKING_AI'), ids, { clock, deadlineAt, signal });
    const ended = expect(polling).rejects.toThrow('stop');
    await clock.whenSleeping();
    abort.abort(new Error('stop'));
    await ended;
  });

  it('ends a poll that hangs', async () => {
    await using genie = await startScriptedServer();
    const abort = new AbortController();
    const { signal } = abort;
    genie.otherwise(() => abort.abort(new Error('stop')));
    const { client, clock } = createTestClient(genie.url, { timeoutMs: 20_000 });
    const polling = pollMessage(client, ids, { clock, deadlineAt, signal });
    await expect(polling).rejects.toThrow('stop');
    expect(genie.requests).toHaveLength(1);
  });
});

describe('onStatus', () => {
  it('is called at every poll that finds Genie working', async () => {
    const clock = createFakeClock({ now: start, autoAdvance: true });
    const client = clientShowing('SUBMITTED', failure('genie-unavailable'), 'SUBMITTED', 'FAILED');
    const told: string[] = [];
    await pollMessage(client, ids, { clock, deadlineAt, onStatus: (s) => void told.push(s) });
    expect(told).toEqual(['SUBMITTED', 'SUBMITTED']);
  });
});
