import { expect, it } from 'vitest';
import { readBytes } from '../../src/common/readBytes.ts';

it('a body is read up to the limit, and not beyond', async () => {
  const body = () => new Blob(['12345', '67890']).stream();
  expect(String(await readBytes(body(), 10))).toBe('1234567890');
  expect(await readBytes(body(), 9)).toBeUndefined();
});

it('an endless body is let go of as soon as it is too long', async () => {
  let chunks = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
    cancel() {
      isCancelled = true;
    },
  });
  expect(await readBytes(body, 5_000)).toBeUndefined();
  expect(isCancelled).toBe(true);
  expect(chunks).toBeLessThan(10);
});

it('no body has no bytes', async () => {
  expect(await readBytes(null, 1)).toHaveLength(0);
});
