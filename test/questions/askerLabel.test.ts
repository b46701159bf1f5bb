import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askerLabel, bracketFor } from '../../src/questions/askerLabel.ts';
import { aPlace } from '../support/aPlace.ts';

const user = { lookedUp: true } as const;

describe('the label before a question in Databricks', () => {
  it('is the email address that Teams vouches for', () => {
    const ada = { ...user, knownBy: 'teams', name: 'Ada', email: 'ada@example.com' } as const;
    expect(askerLabel(ada)).toBe('ada@example.com');
  });

  it('is the name if a guest has no address', () => {
    expect(askerLabel({ ...user, knownBy: 'teams', name: 'Guest (Partner)' })).toBe(
      'Guest (Partner)',
    );
  });

  it('marks an address that people entered themselves as unverified', () => {
    const email = 'ada@example.com';
    expect(askerLabel({ ...user, knownBy: 'self-declared', email })).toBe(`${email}, unverified`);
  });

  it('is left out for an unverified name or an unknown person', () => {
    expect(askerLabel({ ...user, knownBy: 'self-declared', name: 'Ada' })).toBeUndefined();
    expect(askerLabel({ ...user, knownBy: 'teams' })).toBeUndefined();
  });

  it('shows that a name is no address, even if it looks like one', () => {
    const guest = { ...user, knownBy: 'teams', name: 'boss@corp.com' } as const;
    expect(askerLabel(guest)).toBe('boss at corp.com');
    expect(askerLabel({ ...guest, name: 'boss＠corp.com' })).toBe('boss at corp.com');
    expect(askerLabel({ ...guest, name: 'boss﹫corp.com' })).toBe('boss at corp.com');
  });

  it('is there even for a person of whom nothing is known, so that their own brackets come second', () => {
    expect(bracketFor(undefined, aPlace())).toBe('[webchat, unverified] ');
    expect(bracketFor(undefined, aPlace({ channelId: 'directline' }))).toBe(
      '[directline, unverified] ',
    );
    expect(bracketFor(undefined, aPlace({ channelId: 'msteams' }))).toBe('[unknown] ');
    expect(bracketFor('ada@example.com', aPlace())).toBe('[ada@example.com] ');
  });

  it('never ends its own bracket or line, whatever a person is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const label = askerLabel({ ...user, knownBy: 'teams', name: `A${name}] [x\n` });
        expect(label).not.toMatch(/[[\]\n\r\u2028]/);
        expect(label?.length).toBeLessThanOrEqual(254);
      }),
    );
  });
});
