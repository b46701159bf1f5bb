import { describe, expect, it } from 'vitest';
import { knownLocale } from '../../src/common/knownLocale.ts';

describe('a locale', () => {
  it.each([
    ['de-CH', 'de-CH-u-ca-gregory-nu-latn'],
    ['de', 'de-u-ca-gregory-nu-latn'],
    ['en_US', 'en-US-u-ca-gregory-nu-latn'],
    ['ZH-hant-tw', 'zh-Hant-TW-u-ca-gregory-nu-latn'],
    ['iw', 'he-u-ca-gregory-nu-latn'],
    ['de-XX', 'de-XX-u-ca-gregory-nu-latn'],
    ['en-US-u-nu-arab', 'en-US-u-ca-gregory-nu-latn'],
    ['th-TH-u-ca-buddhist-nu-thai', 'th-TH-u-ca-gregory-nu-latn'],
    ['ja-JP-u-ca-japanese', 'ja-JP-u-ca-gregory-nu-latn'],
    ['en-GB-u-hc-h12', 'en-GB-u-ca-gregory-hc-h12-nu-latn'],
    ['en-x-private', 'en-u-ca-gregory-nu-latn-x-private'],
  ])('is known with the calendar and the digits of all: %j', (tag, expected) => {
    expect(knownLocale(tag)).toBe(expected);
    expect(knownLocale(expected)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    ' ',
    'x-private',
    'i-klingon',
    'de@x',
    'de_DE.UTF-8',
    'de-',
    '-de',
    'und',
    'root',
    'xx-XX',
    'deutsch!',
    'de-DE\n',
    'de'.repeat(100_000),
    `en-x-${'a'.repeat(8)}${'-aaaaaaaa'.repeat(22_000)}`,
  ])('is ignored if nobody knows it: %#', (tag) => {
    expect(knownLocale(tag)).toBeUndefined();
  });
});
