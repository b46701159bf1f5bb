import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLook, parseWork, toMessage } from '../../src/storage/workMessage.ts';

const work = fc.record({
  kind: fc.constantFrom('go' as const, 'watch' as const, 'backup' as const),
  questionId: fc.string({ minLength: 1 }),
});
const look = fc.record({
  kind: fc.constantFrom('due' as const, 'due-backup' as const),
  subscriptionId: fc.string({ minLength: 1 }),
  look: fc.maxSafeInteger(),
});

test.each([
  { queue: 'questions', sent: work, parse: parseWork, other: parseLook },
  { queue: 'subscriptions', sent: look, parse: parseLook, other: parseWork },
])(
  'a message of $queue is read back in Base64, as text, and as parsed by the host, in its queue only',
  ({ sent, parse, other }) => {
    fc.assert(
      fc.property(sent, (each) => {
        const { text } = toMessage(each);
        const forms = [text, Buffer.from(text).toString('base64'), JSON.parse(text)];
        for (const form of forms) {
          expect(parse(form)).toEqual(each);
          expect(other(form)).toBeUndefined();
        }
      }),
    );
  },
);

test('anything that isn’t work is rejected', () => {
  const others = fc.oneof(fc.anything(), fc.string(), fc.json());
  fc.assert(
    fc.property(others, (message) => {
      expect(parseWork(message)).toBeUndefined();
      expect(parseLook(message)).toBeUndefined();
    }),
  );
});

test.each([
  '{"kind":"stop","questionId":"s-q"}',
  '{"kind":"go","questionId":""}',
  '{"kind":"go","questionId":7}',
  '{"kind":"go"}',
  '{"kind":"due","questionId":"s-q"}',
  '{"kind":"go","subscriptionId":"o-s","look":1}',
  '{"kind":"due","subscriptionId":"","look":1}',
  '{"kind":"due","subscriptionId":"o-s"}',
  '{"kind":"due","subscriptionId":"o-s","look":1.5}',
  '{"kind":"due-backup","subscriptionId":"o-s","look":"1"}',
  'not base64!',
  Buffer.from('not JSON').toString('base64'),
  Buffer.from([0xff, 0xfe, 0x41]).toString('base64'),
  'bnVsbA==',
  'null',
  '123',
  '',
  { questionId: 's-q' },
])('%j is no work', (message) => {
  expect(parseWork(message)).toBeUndefined();
  expect(parseLook(message)).toBeUndefined();
});

test('properties added by a newer version are dropped', () => {
  const sent = { kind: 'watch', questionId: 's-q' };
  expect(parseWork({ ...sent, since: 1 })).toEqual(sent);
  const look = { kind: 'due', subscriptionId: 'o-s', look: 1 };
  expect(parseLook({ ...look, since: 1 })).toEqual(look);
});

const week = 7 * 24 * 60 * 60;

test.each([
  ['none', undefined, 0],
  ['0 ms', 0, 0],
  ['-5 ms', -5, 0],
  ['1 ms', 1, 1],
  ['1000 ms', 1_000, 1],
  ['1001 ms', 1_001, 2],
  ['8 days', 8 * 24 * 60 * 60 * 1_000, week],
])(
  'a delay of %s hides the message for whole seconds; then it is kept for a week',
  (_, ms, hidden) => {
    const message = toMessage({ kind: 'go', questionId: 's-q' }, ms);
    expect(message).toMatchObject({ hiddenSeconds: hidden, keptSeconds: hidden + week });
  },
);
