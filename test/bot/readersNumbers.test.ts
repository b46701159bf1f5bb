import { describe, expect, it } from 'vitest';
import { createCellFormatter } from '../../src/answers/cellFormatter.ts';
import { writeDates } from '../../src/answers/periods.ts';
import { readerOf } from '../../src/bot/readerOf.ts';
import { chartFigures } from '../../src/cards/chart/chartWords.ts';
import { dateLabels } from '../../src/cards/chart/dateLabels.ts';
import { writeClock, writeTime } from '../../src/cards/parts/write.ts';
import { numberWriter, percentWriter, timeWriter } from '../../src/charts/axisTexts.ts';
import { readSettings } from '../../src/config/settings.ts';
import { aPlace } from '../support/aPlace.ts';

/** What clients could name: countries with digits or a calendar of their own, nonsense, nothing. */
const locales = [
  ...['de-CH', 'fr-CA', 'en-IN', 'hi-IN', 'es-ES', 'pt-PT', 'pl-PL', 'ja-JP', 'zh-TW', 'he-IL'],
  ...['ar-EG', 'ar-SA', 'fa-IR', 'fa-AF', 'ckb-IQ', 'mr-IN', 'bn-BD', 'my-MM', 'ne-NP', 'th-TH'],
  ...['en-US-u-nu-arab', 'de-DE-u-nu-thai-ca-buddhist', 'ja-JP-u-ca-japanese', 'he-u-ca-hebrew'],
  ...['ar-SA-u-ca-islamic-umalqura', 'zh-CN-u-ca-chinese', 'zh-u-nu-hanidec', 'en_US', 'xx-XX'],
  ...['x-private', 'de@x', 'und', '', 'de'.repeat(100_000)],
];
const time = Date.UTC(2026, 10, 21, 9, 42);
const date = '2026-11-21T00:00:00.000Z';
/** In the Buddhist, Persian, Islamic, Hebrew and Japanese calendars, and in that of Ethiopia. */
const otherYears = /2569|1405|1448|5787|令和|2019/;
const otherDigits = /(?![0-9])\p{Nd}|[〇一二三四五六七八九]/u;

const number = { name: 'orders', type: 'BIGINT' };
const chart = (kind: 'line' | 'donut') => ({
  kind,
  title: 'Orders',
  category: 'month',
  labels: ['a', 'b'],
  notes: [],
  series: [{ name: 'orders', column: number, values: ['1234567', '2345678'] }],
});

function write(locale: string, defaultLocale: string) {
  const reader = readerOf(
    { ...aPlace(), ...(locale && { locale }), timeZone: 'Europe/Berlin' },
    {
      defaultLocale: readSettings({ DEFAULT_LOCALE: defaultLocale }).locale('DEFAULT_LOCALE', 'en'),
      timeZone: 'UTC',
    },
  );
  const cell = (type: string, value: string) =>
    createCellFormatter({ name: 'c', type }, [value], reader.locale, reader.timeZone)(value);
  const { texts } = reader;
  return {
    counts: ['1234', '1234567'].map((value) => ({
      cell: cell('BIGINT', value),
      said: texts.people.questionTooLong({ limit: Number(value) }),
    })),
    dates: [
      cell('DATE', '2026-11-21'),
      cell('TIMESTAMP_NTZ', '2026-11-21T09:42:00'),
      cell('TIMESTAMP', '2026-11-21T09:42:00Z'),
      writeTime(time, reader),
      ...writeDates([date], reader.locale),
      ...writeDates(['2026-11-01T00:00:00.000Z'], reader.locale),
      timeWriter([date, '2036-11-21T00:00:00.000Z'], reader.locale)(time),
      timeWriter([date, '2027-11-21T00:00:00.000Z'], reader.locale)(time),
    ],
    figures: [
      cell('DOUBLE', '-1234.56'),
      writeClock(time, reader) ?? '',
      numberWriter(reader.locale)(1234567),
      percentWriter(reader.locale)(0.123),
      ...(dateLabels([date, '2026-11-22T00:00:00.000Z'], reader.locale)?.flat() ?? []),
      timeWriter([date, '2026-11-25T00:00:00.000Z'], reader.locale)(time),
      chartFigures(chart('line') as never, reader),
      chartFigures(chart('donut') as never, reader),
      texts.time.seconds(0.8),
    ],
  };
}

describe.each(['en-US', 'th-TH-u-nu-thai', 'fa'])('where the default is %s', (fallback) => {
  it.each(locales.map((locale) => [locale.slice(0, 30), locale] as const))(
    'a reader of %j has one kind of number and of date everywhere',
    (_, locale) => {
      const { counts, dates, figures } = write(locale, fallback);
      for (const { cell, said } of counts) expect(said).toContain(cell);
      const all = [...counts.flatMap(({ cell, said }) => [cell, said]), ...dates, ...figures];
      expect(all.filter((text) => otherDigits.test(text))).toEqual([]);
      expect(dates.filter((text) => !text.includes('2026') || otherYears.test(text))).toEqual([]);
    },
  );
});
