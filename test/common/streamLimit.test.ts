import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type StreamLimit, withStreamLimit } from '../../src/common/streamLimit.ts';
import { createFakeClock } from '../support/fakeClock.ts';

const times = { idleMs: 120_000, totalMs: 300_000 };

/** Work that reads what the test sends, until its signal says otherwise. */
function openWork(signal?: AbortSignal) {
  const clock = createFakeClock();
  const chunks: (() => void)[] = [];
  let limit: StreamLimit | undefined;
  let read = 0;
  async function* body() {
    for (;;) {
      await new Promise<void>((resolve) => chunks.push(resolve));
      yield Buffer.from('x');
    }
  }
  const work = withStreamLimit(
    times,
    clock,
    async (given) => {
      limit = given;
      const aborted = Promise.withResolvers<never>();
      given.signal.addEventListener('abort', () => aborted.reject(given.signal.reason));
      const reading = (async () => {
        for await (const chunk of given.watch(body())) read += chunk.byteLength;
      })();
      return await Promise.race([aborted.promise, reading]);
    },
    signal,
  );
  work.catch(() => {});
  return {
    clock,
    work,
    over: () => limit?.over,
    read: () => read,
    send: async () => {
      chunks.shift()?.();
      await clock.advance(0);
    },
  };
}

describe('the limit of a stream', () => {
  it('lets the head of an answer take all the time there is', async () => {
    const clock = createFakeClock();
    const work = withStreamLimit(
      times,
      clock,
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    let isOver = false;
    work.catch(() => {
      isOver = true;
    });
    await clock.advance(299_999);
    expect(isOver).toBe(false);
    await clock.advance(1);
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('ends one that says nothing', async () => {
    const { clock, work, over } = openWork();
    await clock.advance(119_999);
    expect(over()).toBeUndefined();
    await clock.advance(1);
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(over()).toBe('idle');
    expect(clock.sleeping).toBe(0);
  });

  it('counts each silence from the last chunk on', async () => {
    const { clock, over, send, read } = openWork();
    await clock.advance(100_000);
    await send();
    await clock.advance(100_000);
    expect(over()).toBeUndefined();
    expect(read()).toBe(1);
    await clock.advance(20_000);
    expect(over()).toBe('idle');
  });

  it('ends one that goes on for too long', async () => {
    const { clock, work, over, send } = openWork();
    for (let minute = 0; minute < 5; minute++) {
      expect(over()).toBeUndefined();
      await send();
      await clock.advance(60_000);
    }
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(over()).toBe('total');
  });

  it('waits with one timer, however many chunks come', async () => {
    const { clock, send } = openWork();
    for (let chunk = 0; chunk < 100; chunk++) {
      await send();
      await clock.advance(10);
    }
    expect(clock.sleeps).toHaveLength(1);
  });

  it('ends as the caller does, and leaves nothing behind', async () => {
    const caller = new AbortController();
    const { clock, work, over } = openWork(caller.signal);
    caller.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    expect(over()).toBeUndefined();
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });

  it('hands on a result', async () => {
    const clock = createFakeClock();
    expect(await withStreamLimit(times, clock, async () => 'done')).toBe('done');
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });

  it('begins with a signal that has aborted already', async () => {
    const work = async ({ signal }: StreamLimit) => signal.throwIfAborted();
    const stopped = withStreamLimit(
      times,
      createFakeClock(),
      work,
      AbortSignal.abort(new Error('stopped')),
    );
    await expect(stopped).rejects.toThrow('stopped');
  });
});
