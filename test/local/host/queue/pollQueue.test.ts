import type { QueueClient } from '@azure/storage-queue';
import { expect, test } from 'vitest';
import { pollQueue, StorageLostError } from '../../../../local/host/queue/pollQueue.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';

type Failure = { statusCode?: number; code?: string };

/** Polls a queue whose calls fail in this way, one after the other, and then succeed. */
function poll(failures: Failure[], { autoAdvance = true } = {}) {
  const clock = createFakeClock({ autoAdvance });
  const tries: number[] = [];
  const told: unknown[] = [];
  const queue = {
    name: 'questions',
    url: 'http://127.0.0.1:10001/devstoreaccount1/questions?sig=secret',
    async receiveMessages() {
      const failure = failures[tries.length];
      tries.push(clock.now());
      if (failure) throw Object.assign(new Error('failed'), failure);
      return { receivedMessageItems: [{ messageId: '1' }] };
    },
  };
  const stopping = new AbortController();
  const result = pollQueue({
    queue: queue as unknown as QueueClient,
    batchSize: 1,
    clock,
    signal: stopping.signal,
    retryMs: 800,
    onTrouble: (error) => told.push(error),
  });
  // It is looked at later.
  result.catch(() => undefined);
  return { clock, tries, told, stopping, result };
}

const refused = { code: 'ECONNREFUSED' };
const times = (count: number, failure: Failure) => Array.from({ length: count }, () => failure);

test('storage that can’t be reached is tried six times within 20 to 30 seconds, and then lost', async () => {
  const { tries, told, result } = poll(times(99, refused));
  await expect(result).rejects.toThrow(StorageLostError);
  expect(tries).toHaveLength(6);
  const tookMs = Number(tries.at(-1)) - Number(tries[0]);
  expect(tookMs).toBeGreaterThan(19_000);
  expect(tookMs).toBeLessThan(30_000);
  expect(told).toHaveLength(6);
});

test('the error says which queue, where, and no secret', async () => {
  const { result } = poll(times(99, refused));
  await expect(result).rejects.toThrow('The queue questions at 127.0.0.1:10001 can’t be read.');
});

test('storage that is back after the fifth try is used', async () => {
  const { result } = poll(times(5, refused));
  expect(await result).toHaveLength(1);
});

test.each([500, 502, 503, 504])(
  'storage that answers %d is in trouble but there: there are no messages for now',
  async (statusCode) => {
    const { result, tries } = poll(times(99, { statusCode }));
    expect(await result).toEqual([]);
    expect(tries).toHaveLength(6);
  },
);

test.each([400, 401, 403, 409])(
  'storage that refuses with %d is lost at once',
  async (statusCode) => {
    const { result, tries } = poll(times(99, { statusCode }));
    await expect(result).rejects.toThrow(StorageLostError);
    expect(tries).toHaveLength(1);
  },
);

test.each([
  { statusCode: 404, code: 'QueueNotFound' },
  { statusCode: 409, code: 'QueueBeingDeleted' },
])('$code is no trouble', async (failure) => {
  const { result, told } = poll([failure]);
  expect(await result).toEqual([]);
  expect(told).toEqual([]);
});

test('stopping ends the tries', async () => {
  const { clock, tries, stopping, result } = poll(times(99, refused), { autoAdvance: false });
  await clock.whenSleeping();
  stopping.abort(new Error('stopped'));
  await expect(result).rejects.toThrow('stopped');
  expect(tries).toHaveLength(1);
});
