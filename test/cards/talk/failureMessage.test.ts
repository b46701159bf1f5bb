import { describe, expect, test } from 'vitest';
import { failureMessage } from '../../../src/cards/talk/failureMessage.ts';
import type { ErrorCode } from '../../../src/common/errors.ts';
import { testReader } from '../../support/testReader.ts';
import { parseWarnings } from '../parseWarnings.ts';
import { cardAction, cardActions, cardLines, cardText } from '../readCard.ts';

/** Every code, and whether asking again or telling an admin is the way on. The compiler sees that none is missing. */
const ways: Record<ErrorCode, 'again' | 'admin' | 'neither' | 'show'> = {
  'answer-gone': 'again',
  'bad-request': 'neither',
  'cancelled-by-asker': 'again',
  'chat-deleted': 'neither',
  'cleared-by-admin': 'again',
  config: 'admin',
  'conversation-closed': 'again',
  'conversation-gone': 'again',
  'delivery-unsure': 'show',
  'endpoint-busy': 'again',
  'endpoint-cut-off': 'again',
  'endpoint-declined': 'neither',
  'endpoint-failed': 'again',
  'endpoint-forbidden': 'admin',
  'endpoint-not-found': 'admin',
  'endpoint-starting': 'again',
  'endpoint-timeout': 'again',
  'endpoint-unsure': 'neither',
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
  'identity-changed': 'again',
  internal: 'again',
  'no-space': 'admin',
  'secret-unavailable': 'admin',
  'sign-in-expired': 'again',
  'sign-in-late': 'again',
  'sign-in-mismatch': 'again',
  'sign-in-refused': 'admin',
  'sign-in-replaced': 'again',
  'sign-in-required': 'again',
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
  ...testReader('teams'),
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
  ['workspace-access', 'admin'],
  ['space-access', 'admin'],
  ['warehouse-access', 'admin'],
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

describe('asked with the rights of the person, a failure', () => {
  const wordsFor = (code: ErrorCode, detail?: string, identity?: 'bot' | 'person') => {
    const failure = { ...aFailure, code, ...(detail && { detail }), ...(identity && { identity }) };
    return cardLines(failureMessage(failure)).slice(0, -1).join(' ');
  };
  const asPerson = (code: ErrorCode, detail?: string) => wordsFor(code, detail, 'person');

  test.each(['genie-forbidden', 'genie-failed'] as const)(
    'says what %s lacks and whom to ask',
    (code) => {
      const contact = 'Please contact admin@company.com and quote the error ID below.';
      expect(asPerson(code, 'workspace-access')).toBe(
        'You don’t have access to the Databricks workspace, or to Databricks SQL in it. Please ask your Databricks admin for both.',
      );
      expect(asPerson(code, 'space-access')).toBe(
        `You don’t have access to this Genie space. Its owner can share it with you. ${contact}`,
      );
      expect(asPerson(code, 'warehouse-access')).toBe(
        `Genie can’t use the SQL warehouse of this space. That isn’t about your rights: the space’s owner has to choose a warehouse that works. ${contact}`,
      );
      expect(asPerson(code, 'permissions')).toBe(
        'You don’t have access to all the data this question needs. Please ask the owner of the data for access, or ask about something else.',
      );
    },
  );

  test('speaks of the person, not of the bot, wherever a right is missing', () => {
    const refusals: [ErrorCode, string?][] = [
      ['genie-forbidden'],
      ['genie-forbidden', 'scope'],
      ['genie-forbidden', 'constructor'],
      ['genie-not-found'],
      ['genie-sign-in'],
      ['genie-unauthorized'],
      ['no-space'],
      ['endpoint-forbidden'],
      ['endpoint-not-found'],
      ['genie-failed', 'permissions'],
    ];
    for (const [code, detail] of refusals) {
      expect(asPerson(code, detail)).not.toMatch(/\bbot\b/);
      expect(asPerson(code, detail)).not.toBe(wordsFor(code, detail));
    }
    expect(asPerson('genie-unauthorized')).toContain('“sign out”');
  });

  test('speaks of the bot where it’s the bot’s matter', () => {
    for (const detail of ['address', 'private-link']) {
      expect(asPerson('genie-forbidden', detail)).toBe(wordsFor('genie-forbidden', detail));
    }
    const ofTheirs = /^(?:endpoint-forbidden|endpoint-not-found|genie-|no-space)/;
    for (const code of codes.filter((each) => !ofTheirs.test(each))) {
      expect(asPerson(code)).toBe(wordsFor(code));
    }
    expect(asPerson('genie-failed', 'warehouse')).toBe(wordsFor('genie-failed', 'warehouse'));
  });

  test('speaks of the bot unless told otherwise', () => {
    const general = /^This bot doesn’t have permission to use Genie: it can’t /;
    for (const [detail, thing] of [
      ['workspace-access', 'use the Databricks workspace.'],
      ['space-access', 'use the Genie space.'],
      ['warehouse-access', 'use the SQL warehouse.'],
      ['permissions', 'see the data this needs.'],
    ] as const) {
      expect(wordsFor('genie-forbidden', detail)).toMatch(general);
      expect(wordsFor('genie-forbidden', detail, 'bot')).toContain(thing);
    }
    for (const detail of ['permissions', 'warehouse-access']) {
      expect(wordsFor('genie-failed', detail)).toMatch(/^Genie doesn’t have access to the data/);
    }
    expect(wordsFor('genie-failed', 'space-access')).toMatch(general);
  });
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
