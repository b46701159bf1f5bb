import { expect, it } from 'vitest';
import { type Refusal, refusalCard } from '../../../src/cards/subscriptions/refusalCard.ts';
import { type Language, languages } from '../../../src/texts/languages.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';
import { testReader } from '../../support/testReader.ts';
import { cardLines } from '../readCard.ts';

const tags = Object.values<Language>(languages).map(({ tag }) => tag);
const linesOf = (refusal: Refusal, locale = 'en-US') =>
  cardLines(refusalCard(refusal, { ...testReader(), locale, texts: textsFor(locale, locale) }));

it.each<[Refusal, string[]]>([
  [
    { why: 'when', given: 'every now and then' },
    [
      'I don’t understand when “every now and then” is.',
      'For example:',
      'subscribe every weekday at 9:00: revenue by region yesterday',
    ],
  ],
  [
    { why: 'day', given: '31st' },
    [
      'Not every month has “31st”. Use a day up to the 28th, or the last day.',
      'For example:',
      'subscribe every 1st at 9:00: revenue by region last month',
      'subscribe every last day at 9:00: revenue by region this month',
    ],
  ],
  [
    { why: 'zone', given: 'Europe/Atlantis' },
    [
      'I don’t know the time zone “Europe/Atlantis”.',
      'For example:',
      'subscribe every day at 9:00 in Europe/Berlin: revenue by region yesterday',
    ],
  ],
  [
    { why: 'too-many', limit: 10 },
    [
      'You already have 10 subscriptions, which is the limit. To make room, unsubscribe from one of them.',
    ],
  ],
  [{ why: 'off' }, ['Subscriptions are turned off for this bot.']],
])('a refusal says what is wrong, with an example where one helps: %j', (refusal, lines) => {
  expect(linesOf(refusal)).toEqual(lines);
});

it('shows little of what was given, on one line', () => {
  const [line = ''] = linesOf({ why: 'when', given: `a\n\u202Eb${'x'.repeat(5_000)}` });
  expect(line).toContain('“a b');
  expect(line.length).toBeLessThan(120);
});

it.each(tags)('gives the same number of examples in %s', (tag) => {
  const counts = (locale: string) =>
    (['when', 'time', 'zone', 'day'] as const).map(
      (why) => linesOf({ why, given: 'x' }, locale).length,
    );
  expect(counts(tag)).toEqual(counts('en-US'));
});
