import { describe, expect, it } from 'vitest';
import { activityShape, longestText } from '../../src/bot/activityShape.ts';
import { aMessage } from '../support/activities.ts';

const read = (fields: object) =>
  activityShape.parse({ ...aMessage(), serviceUrl: 'https://smba.example.com', ...fields });
const long = 'a'.repeat(100_000);

describe('what a client writes', () => {
  it.each(['name', 'action'])('has a beginning that is read: %s', (field) => {
    expect(read({ [field]: long })).toMatchObject({ [field]: 'a'.repeat(256) });
  });

  it.each(['from', 'recipient'])('names %s with 256 characters at most', (who) => {
    const { id } = aMessage().from ?? {};
    expect(read({ [who]: { id, name: long } })).toMatchObject({ [who]: { name: 'a'.repeat(256) } });
  });

  it('isn’t cut within a character', () => {
    const from = { id: '29:1', name: `${'a'.repeat(255)}😀` };
    expect(read({ from }).from.name).toBe('a'.repeat(255));
  });

  it('is a text that shows whether it was cut, even if cleaning makes it shorter', () => {
    expect(read({ text: '\u202e'.repeat(100_000) }).text).toHaveLength(longestText);
    expect(read({ text: `${'\u202e'.repeat(longestText - 5)}help` }).text).toBe('help');
  });

  it.each([
    ['de-DE', 'de-DE'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['en_US', 'en_US'],
    [`en-${'a'.repeat(40)}`, undefined],
    ['en-US\n', undefined],
    ['"><', undefined],
    ['', undefined],
  ])('names a locale only if it could be one: %j', (locale, expected) => {
    expect(read({ locale }).locale).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/Argentina/ComodRivadavia', 'America/Argentina/ComodRivadavia'],
    ['Etc/GMT+12', 'Etc/GMT+12'],
    ['UTC', 'UTC'],
    ['Europe/../Berlin', undefined],
    [`Europe/${'a'.repeat(64)}`, undefined],
  ])('names a time zone only if it could be one: %j', (localTimezone, expected) => {
    expect(read({ localTimezone }).localTimezone).toBe(expected);
  });

  it('mentions 50 people at most, by names and texts of bounded length', () => {
    const mention = (text: string, name: string) => ({
      type: 'mention',
      text,
      mentioned: { id: '29:1', name },
    });
    const entities = [
      mention('a'.repeat(513), 'too long to be found'),
      mention('<at>A</at>', long),
    ];
    expect(read({ entities }).entities).toEqual([mention('<at>A</at>', 'a'.repeat(256))]);
    const many = Array.from({ length: 60_000 }, () => mention('a', 'b'));
    expect(read({ entities: many }).entities).toHaveLength(50);
  });

  it('goes no further if nothing reads it', () => {
    const activity = read({
      deliveryMode: 'expectReplies',
      label: long,
      from: { id: '29:1', role: long },
    });
    expect(activity).not.toHaveProperty('deliveryMode');
    expect(activity).not.toHaveProperty('label');
    expect(activity.from).toEqual({ id: '29:1' });
  });
});
