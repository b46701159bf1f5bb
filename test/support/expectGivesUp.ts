import { expect, vi } from 'vitest';

/**
 * Asserts that a call that nobody answers rejects with a storage error after `ms`, and not before. The time is ours.
 *
 * @param hasBegun whether the request has arrived where it is left to hang
 */
export async function expectGivesUp(
  call: () => Promise<unknown>,
  hasBegun: () => boolean,
  ms: number,
): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let isOver = false;
    const failure = expect(
      call().finally(() => {
        isOver = true;
      }),
    ).rejects.toMatchObject({ code: 'storage' });
    while (!hasBegun()) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await failure;
  } finally {
    vi.useRealTimers();
  }
}
