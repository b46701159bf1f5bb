import { describe, expect, it } from 'vitest';
import { signedInText } from '../../../src/cards/signIn/signedInText.ts';
import { signedOutText } from '../../../src/cards/signIn/signedOutText.ts';
import { signInCodeText } from '../../../src/cards/signIn/signInCodeText.ts';
import { signInFailureOf } from '../../../src/cards/signIn/signInFailures.ts';
import { signInFailureText } from '../../../src/cards/signIn/signInFailureText.ts';
import { signInFirstText } from '../../../src/cards/signIn/signInFirstText.ts';
import { signInReason } from '../../../src/cards/signIn/signInReason.ts';
import { testReader } from '../../support/testReader.ts';

const { texts } = testReader();

describe('a finished sign-in', () => {
  it('says who is signed in, and what becomes of the question', () => {
    expect(signedInText({ name: 'Ada Lovelace', question: 'asked' }, texts)).toBe(
      'You’re signed in as Ada Lovelace. Asking your question now…',
    );
    expect(signedInText({ name: 'Ada', question: 'too-late' }, texts)).toBe(
      'You’re signed in as Ada. Your question waited longer than 15 minutes, so please ask it again.',
    );
    expect(signedInText({ name: 'Ada' }, texts)).toBe(
      'You’re signed in as Ada. What would you like to know?',
    );
  });

  it.each([undefined, '', ' \n\u202E'])('works without a name: %j', (name) => {
    expect(signedInText({ name, question: 'asked' }, texts)).toBe(
      'You’re signed in. Asking your question now…',
    );
  });

  it('has a long name on one line', () => {
    const text = signedInText({ name: `Ada\n${'Lovelace '.repeat(100)}` }, texts);
    expect(text).not.toContain('\n');
    expect(text.length).toBeLessThan(200);
  });

  it('with another account says so, and as whom to sign in', () => {
    expect(signInReason('other-account', 'ada@company.com', texts).replaceAll('\u200B', '')).toBe(
      'You signed in with another account than the one you use here, so I signed you out. Please sign in as ada@company.com.',
    );
    expect(signInReason('other-account', undefined, texts)).toContain(
      'with the account you use here.',
    );
  });
});

it('signing out says what ends, and that there was nothing to end', () => {
  expect(signedOutText(true, texts)).toMatch(
    /^You’re signed out, and your download links no longer work/,
  );
  expect(signedOutText(false, texts)).toMatch(/^You weren’t signed in\./);
});

describe('a code', () => {
  it.each([
    [1, 'you have 1 try left.'],
    [2, 'you have 2 tries left.'],
    [0, 'so this sign-in is over. Type “sign in” for a new one.'],
    [-1, 'so this sign-in is over.'],
  ])('that is wrong says how many tries are left: %i', (triesLeft, words) => {
    const text = signInCodeText({ kind: 'wrong', triesLeft }, texts);
    expect(text).toMatch(/^That code isn’t right/);
    expect(text).toContain(words);
  });

  it.each([
    [0, 'in 1 minute.'],
    [0.2, 'in 1 minute.'],
    [1, 'in 1 minute.'],
    [41.2, 'in 42 minutes.'],
  ])('after too many says for how long none is read: %d', (minutes, words) => {
    expect(signInCodeText({ kind: 'too-many', minutes }, texts)).toContain(words);
  });

  it.each(['card-over', 'late'] as const)('for a sign-in that is over says so: %s', (kind) => {
    expect(signInCodeText({ kind }, texts)).toMatch(
      /^This sign-in .* Type “sign in” for a new one\.$/,
    );
  });

  it('that nothing waits for says how to get one that counts', () => {
    expect(signInCodeText({ kind: 'unexpected' }, texts)).toContain('“sign in”');
  });
});

it('the line in a channel says where to sign in, and how, if the chat isn’t there yet', () => {
  expect(signInFirstText({ hasChat: true, isPrivate: true }, texts)).toBe(
    'Please sign in in our chat first; I’ll answer there.',
  );
  expect(signInFirstText({ hasChat: false, isPrivate: true }, texts)).toMatch(
    /^Please sign in in our chat first; I’ll answer there\. /,
  );
  expect(signInFirstText({ hasChat: false, isPrivate: true }, texts)).toContain(
    'type “sign in” within 15 minutes',
  );
});

describe('a sign-in that failed in Teams', () => {
  const codes = [
    'installedappnotfound',
    'installappfailed',
    'authrequestfailed',
    'invokeerror',
    'resourcematchfailed',
    'oauthcardnotvalid',
    'tokenmissing',
    'userconsentrequired',
    'interactionrequired',
  ];

  it.each(codes)('has a sentence for the person and one for the log: %s', (code) => {
    const { words, log } = signInFailureOf(code);
    const text = texts.signIn.failed[words];
    expect(text).toMatch(/^[^.]+\.$/);
    expect(text).not.toContain(code);
    expect(log).toMatch(/[.?]$/);
    expect(log).not.toBe(text);
  });

  it('has a line of its own in the log for each code', () => {
    expect(new Set(codes.map((code) => signInFailureOf(code).log)).size).toBe(codes.length);
  });

  it.each(codes.slice(0, 6))('is for an admin: %s', (code) => {
    expect(signInFailureText(code, { contact: 'admin@company.com', errorId: 'e-42' }, texts)).toBe(
      'Signing in isn’t set up correctly for this bot. Please contact admin@company.com and quote this error ID. (Error ID: e-42)',
    );
  });

  it.each(codes.slice(6))('is for the person: %s', (code) => {
    const text = signInFailureText(code, { contact: 'admin@company.com', errorId: 'e-42' }, texts);
    expect(text).not.toContain('admin@company.com');
    expect(text).toContain('“sign in”');
  });

  it('is known in any spelling', () => {
    expect(signInFailureOf(' InstalledAppNotFound ')).toEqual(signInFailureOf(codes[0]));
  });

  it.each(['brand-new', '', 'constructor', undefined, null, 7, {}, ['tokenmissing']])(
    'for a reason that isn’t known has words, too: %j',
    (code) => {
      expect(signInFailureOf(code).log).toContain('isn’t known');
      expect(signInFailureText(code, { contact: 'admin', errorId: 'e-42' }, texts)).toMatch(
        /^Microsoft Teams couldn’t finish/,
      );
    },
  );
});
