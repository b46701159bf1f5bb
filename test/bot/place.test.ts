import { describe, expect, it } from 'vitest';
import { activityShape } from '../../src/bot/activityShape.ts';
import { placeOf } from '../../src/bot/place.ts';
import { readText } from '../../src/bot/text/readText.ts';
import { aMessage } from '../support/activities.ts';

const read = (fields: object) =>
  activityShape.parse({ ...aMessage(), serviceUrl: 'https://smba.example.com', ...fields });
const info = (locale?: unknown, timezone?: unknown) => ({ type: 'clientInfo', locale, timezone });
const mention = {
  type: 'mention',
  text: '<at>Genie</at>',
  mentioned: { id: '28:bot', name: 'Genie' },
};
const none = { locale: undefined, localTimezone: undefined, entities: [] };

describe('how a person reads', () => {
  it.each<[string, object, string | undefined, string | undefined]>([
    [
      'the activity',
      {
        locale: 'fr-FR',
        localTimezone: 'Europe/Paris',
        entities: [info('de-DE', 'Europe/Berlin')],
      },
      'fr-FR',
      'Europe/Paris',
    ],
    ['its client', { entities: [info('de-DE', 'Europe/Berlin')] }, 'de-DE', 'Europe/Berlin'],
    [
      'its client, beside mentions',
      { entities: [mention, info('de-DE', 'Europe/Berlin'), mention] },
      'de-DE',
      'Europe/Berlin',
    ],
    [
      'each a part of it',
      { locale: 'fr-FR', entities: [info('de-DE', 'Europe/Berlin')] },
      'fr-FR',
      'Europe/Berlin',
    ],
    [
      'its client, where the activity says what nobody knows',
      {
        locale: 'xx-XX',
        localTimezone: 'Mars/Olympus_Mons',
        entities: [info('de-DE', 'Europe/Berlin')],
      },
      'de-DE',
      'Europe/Berlin',
    ],
    [
      'its client, where the activity says nonsense',
      { locale: 'x\0', localTimezone: 7, entities: [info('de_DE', 'Europe/Berlin')] },
      'de_DE',
      'Europe/Berlin',
    ],
    [
      'the first of several that this runtime knows',
      {
        entities: [
          info('xx-XX', 'W. Europe Standard Time'),
          info('de-DE', 'Nowhere/At-All'),
          info('fr-FR', 'Europe/Paris'),
        ],
      },
      'de-DE',
      'Europe/Paris',
    ],
    ['nobody', { entities: [info(), info(null, null), info('', '')] }, undefined, undefined],
    ['nobody, without entities', { entities: undefined }, undefined, undefined],
    [
      'nobody, where what is said is no text',
      { entities: [info(['de'], {}), info(7, true), info({ toString: 'de' }, [])] },
      undefined,
      undefined,
    ],
    [
      'nobody, where what is said is endless',
      { entities: [info('de'.repeat(100_000), `Europe/${'a'.repeat(100_000)}`)] },
      undefined,
      undefined,
    ],
  ])('is said by %s', (_, fields, locale, timeZone) => {
    const place = placeOf(read({ ...none, ...fields }));
    expect([place?.locale, place?.timeZone]).toEqual([locale, timeZone]);
  });

  it('is found among very many entities, or not at all', () => {
    const many = Array.from({ length: 60_000 }, () => info('xx-XX', 'No/Where'));
    expect(placeOf(read({ ...none, entities: [info('de-DE', 'UTC'), ...many] }))).toMatchObject({
      locale: 'de-DE',
      timeZone: 'UTC',
    });
    expect(
      placeOf(read({ ...none, entities: [...many, info('de-DE', 'UTC')] })),
    ).not.toHaveProperty('timeZone');
  });
});

it('what a client says of itself is no mention', () => {
  const activity = read({
    text: '<at>Genie</at> Revenue of <at>Ada</at>',
    recipient: { id: '28:bot', name: 'Genie' },
    entities: [info('de-DE', 'UTC'), mention, info('de-DE', 'UTC')],
  });
  expect(readText(activity)).toBe('Revenue of Ada');
});
