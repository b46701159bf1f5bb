import { expect, test } from 'vitest';
import type { Work } from '../../src/questions/ports.ts';
import { parseWork } from '../../src/storage/workMessage.ts';
import { createFakeClock } from './fakeClock.ts';
import { createMemoryQueue } from './memoryQueue.ts';

const work: Work = { kind: 'go', questionId: 's1-q1' };
const tenMinutes = 10 * 60 * 1_000;
const week = 7 * 24 * 60 * 60 * 1_000;

test('completed work does not come back', async () => {
  const clock = createFakeClock();
  const queue = createMemoryQueue(clock, parseWork);
  await queue.send(work);
  const received = await queue.receive();
  expect(await received?.complete()).toBe(true);
  expect(await received?.complete()).toBe(false);
  await clock.advance(tenMinutes);
  expect(await queue.receive()).toBeUndefined();
});

test('work whose receiver died comes back after ten minutes, and says that it does', async () => {
  const clock = createFakeClock();
  const queue = createMemoryQueue(clock, parseWork);
  await queue.send(work);
  expect(await queue.receive()).toMatchObject({ dequeueCount: 1 });
  await clock.advance(tenMinutes - 1);
  expect(await queue.receive()).toBeUndefined();
  await clock.advance(1);
  expect(await queue.receive()).toMatchObject({ work, dequeueCount: 2 });
});

test('a late owner cannot complete a message that another has received since', async () => {
  const clock = createFakeClock();
  const queue = createMemoryQueue(clock, parseWork);
  await queue.send(work);
  const late = await queue.receive(1_000);
  await clock.advance(1_000);
  const current = await queue.receive();
  expect(await late?.complete()).toBe(false);
  expect(await current?.complete()).toBe(true);
});

test('work that nobody takes is dropped a week after it could be seen', async () => {
  const clock = createFakeClock();
  const queue = createMemoryQueue(clock, parseWork);
  await queue.send(work);
  await queue.send(work, 1_000);
  await clock.advance(week);
  expect(await queue.receive()).toBeDefined();
  expect(await queue.receive()).toBeUndefined();
});
