import { describe, expect, test } from 'vitest';
import { failureMessage } from '../../../src/cards/talk/failureMessage.ts';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardText } from '../readCard.ts';

/** Every code, and whether asking again or telling an admin is the way on. The compiler sees that none is missing. */
const ways: Record<ErrorCode, 'again' | 'admin' | 'neither' | 'show'> = {
  'bad-request': 'neither',
  'cancelled-by-asker': 'again',
  'cleared-by-admin': 'again',
  config: 'admin',
  'conversation-closed': 'again',
  'conversation-gone': 'again',
  'delivery-unsure': 'show',
  'genie-bad-response': 'again',
  'genie-cancelled': 'again',
  'genie-declined': 'neither',
  'genie-disabled': 'admin',
  'genie-failed': 'again',
  'genie-forbidden': 'admin',
  'genie-inactive': 'admin',
  'genie-not-found': 'admin',
  'genie-redirected': 'admin',
  'genie-sign-in': 'admin',
  'genie-throttled': 'again',
  'genie-timeout': 'again',
  'genie-unauthorized': 'admin',
  'genie-unavailable': 'again',
  'genie-unreachable': 'again',
  internal: 'again',
  'no-space': 'admin',
  'secret-unavailable': 'admin',
  'sign-in-refused': 'admin',
  'sign-in-unavailable': 'again',
  storage: 'again',
  'too-busy': 'again',
  'too-large': 'neither',
  undeliverable: 'show',
};
const codes = Object.keys(ways) as ErrorCode[];

const aFailure = {
  code: 'internal',
  errorId: 'e-42',
  adminContact: 'admin@company.com',
  channel: 'teams',
  question: 'Revenue?',
  answerKey: 'key',
} as const;

const buttons = { again: ['Try again'], show: ['Show the answer'], admin: [], neither: [] };

describe.each(codes)('the failure %s', (code) => {
  const message = failureMessage({ ...aFailure, code });

  test('gives the error ID, but no code', () => {
    expect(cardText(message)).toContain('Error ID: e-42');
    if (code !== 'internal') expect(cardText(message)).not.toContain(code);
  });

  test(`offers the way on: ${ways[code]}`, () => {
    const titles = cardActions(message).map(({ title }) => title);
    expect(titles).toEqual(buttons[ways[code]]);
    expect(cardText(message).includes('admin@company.com')).toBe(ways[code] === 'admin');
  });

  test('is a card of version 1.5', () => {
    expect(parseWarnings(message)).toEqual([]);
  });
});

test.each([
  ['transient', 'again'],
  ['admin', 'admin'],
  ['permissions', 'admin'],
  ['warehouse', 'admin'],
  ['query-failed', 'again'],
  ['space', 'admin'],
  ['too-long', 'neither'],
  ['content-policy', 'neither'],
  ['rephrase', 'again'],
  ['concurrency', 'again'],
  ['sql-too-long', 'neither'],
  ['cancelled', 'again'],
  ['start-anew', 'neither'],
])('if Genie failed because of %s, the way on is: %s', (detail, way) => {
  const message = failureMessage({ ...aFailure, code: 'genie-failed', detail });
  const general = failureMessage({ ...aFailure, code: 'genie-failed' });
  expect(cardText(message)).not.toBe(cardText(general));
  expect(cardActions(message)).toHaveLength(way === 'again' ? 1 : 0);
  expect(cardText(message).includes('admin@company.com')).toBe(way === 'admin');
});

test('only failures that a new conversation fixes advise a reset', () => {
  const words = (detail: string) =>
    cardText(failureMessage({ ...aFailure, code: 'genie-failed', detail }));
  expect(words('start-anew')).toContain('“reset”');
  expect(words('too-long')).toContain('“reset”');
  expect(words('sql-too-long')).not.toContain('reset');
  expect(words('cancelled')).toContain('was cancelled in Genie');
});

test('if Genie was silent, it says for how long', () => {
  const message = failureMessage({ ...aFailure, code: 'genie-unavailable', silentMs: 600_400 });
  expect(cardText(message)).toContain('Genie didn’t answer for 10 min.');
  const other = failureMessage({ ...aFailure, code: 'genie-unavailable' });
  expect(cardText(other)).not.toContain('didn’t answer');
});

test('a conversation that stays busy is said to be busy', () => {
  const message = failureMessage({ ...aFailure, code: 'genie-unavailable' });
  expect(cardText(message)).toContain('Genie is busy');
});

test('a result that is too large is not called a file: it can be an answer, too', () => {
  const message = failureMessage({ ...aFailure, code: 'too-large' });
  expect(cardText(message)).toContain('too large to load');
});

test('an unknown reason, or one of another failure, gives the general words', () => {
  const words = (code: ErrorCode, detail?: string) =>
    cardText(failureMessage({ ...aFailure, code, ...(detail && { detail }) }));
  expect(words('genie-failed', 'unknown')).toBe(words('genie-failed'));
  expect(words('genie-failed', 'constructor')).toBe(words('genie-failed'));
  expect(words('genie-timeout', 'admin')).toBe(words('genie-timeout'));
});

test('without a contact it still says who to contact', () => {
  const { adminContact: _, ...failure } = aFailure;
  expect(cardText(failureMessage({ ...failure, code: 'config' }))).toContain(
    'Please contact your admin',
  );
});

test('“Try again” asks the same question as if typed', () => {
  const dataIn = (channel: 'teams' | 'webchat') =>
    cardAction(failureMessage({ ...aFailure, channel }), 'Try again');
  expect(dataIn('teams')).toMatchObject({
    data: { msteams: { type: 'imBack', value: 'Revenue?' } },
  });
  expect(dataIn('webchat')).toMatchObject({ data: 'Revenue?' });
});

test('without a question there is nothing to try again', () => {
  expect(cardActions(failureMessage({ ...aFailure, question: '' }))).toEqual([]);
});
