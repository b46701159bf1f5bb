import { expect, test } from 'vitest';
import { readHostSettings } from '../../../local/host/hostSettings.ts';

const withQueues = (queues: object, cores = 1) =>
  readHostSettings({ extensions: { queues } }, { cores }).queues;

test('an empty host.json means the real host’s defaults', () => {
  expect(readHostSettings({ version: '2.0' }, { cores: 1 })).toEqual({
    routePrefix: 'api',
    logLevels: {},
    queues: {
      batchSize: 16,
      newBatchThreshold: 8,
      maxPollingInterval: 60_000,
      visibilityTimeout: 0,
      maxDequeueCount: 5,
      messageEncoding: 'base64',
    },
  });
});

test.each([
  ['00:00:01', 1000],
  ['00:00:00.2500000', 250],
  ['01:02:03', 3_723_000],
  ['1.00:00:00', 86_400_000],
])('the time span %s is %d ms', (visibilityTimeout, expected) => {
  expect(withQueues({ visibilityTimeout }).visibilityTimeout).toBe(expected);
});

test('newBatchThreshold is half the batch size for each core, unless it’s set', () => {
  expect(withQueues({ batchSize: 5 }).newBatchThreshold).toBe(2);
  expect(withQueues({ batchSize: 5 }, 4).newBatchThreshold).toBe(8);
  expect(withQueues({ batchSize: 5, newBatchThreshold: 3 }, 4).newBatchThreshold).toBe(3);
  expect(withQueues({ batchSize: 5, newBatchThreshold: 0 }).newBatchThreshold).toBe(0);
});

test('every wrong entry is named', () => {
  expect(() => withQueues({ batchSize: 33, maxPollingInterval: '2000' })).toThrow(
    /extensions\.queues\.batchSize: .*\n.*extensions\.queues\.maxPollingInterval: /,
  );
});

test('numbers can be texts, as app settings are, and names of values have any letter case', () => {
  const queues = withQueues({ batchSize: '4', messageEncoding: 'None' });
  expect(queues).toMatchObject({ batchSize: 4, messageEncoding: 'none' });
  expect(() => withQueues({ batchSize: 'many' })).toThrow('batchSize');
});

test.each([1, 4, 32])('%d workers have so many messages at the same time, at most', (workers) => {
  const hostJson = { extensions: { queues: { batchSize: 16, newBatchThreshold: 32 } } };
  const { batchSize, newBatchThreshold } = readHostSettings(hostJson, { workers }).queues;
  expect(batchSize + newBatchThreshold).toBe(workers);
});
