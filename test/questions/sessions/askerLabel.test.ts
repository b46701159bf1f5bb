import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askerLabel } from '../../../src/questions/sessions/askerLabel.ts';

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

  it('keeps its bracket and line intact, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const label = askerLabel({ ...user, knownBy: 'teams', name: `A${name}] [x\n` });
        expect(label).not.toMatch(/[[\]\n\r\u2028]/);
        expect(label?.length).toBeLessThanOrEqual(254);
      }),
    );
  });
});
