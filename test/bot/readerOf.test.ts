import { expect, it } from 'vitest';
import { readerOf } from '../../src/bot/readerOf.ts';
import { aPlace } from '../support/aPlace.ts';

const settings = { defaultLocale: 'fr-CH', timeZone: 'Europe/Zurich' };

it.each([
  ['as their client says', 'de-AT', 'Europe/Vienna', 'de-AT-u-ca-gregory-nu-latn', 'Europe/Vienna'],
  ['as the settings say where it says nothing', undefined, undefined, 'fr-CH', 'Europe/Zurich'],
  [
    'as the settings say where it says what nobody knows',
    'no such',
    'Nowhere/At-All',
    'fr-CH',
    'Europe/Zurich',
  ],
  ['as the settings say where it says an empty name', '', '', 'fr-CH', 'Europe/Zurich'],
])('people read %s', (_, locale, timeZone, readsLocale, readsZone) => {
  const place = {
    ...aPlace(),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  };
  expect(readerOf(place, settings)).toMatchObject({ locale: readsLocale, timeZone: readsZone });
});
