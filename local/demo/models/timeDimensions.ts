import type { Dimension } from './model.ts';

/** The ways to split figures by a date, the most specific names first so that "day of week" isn't read as "day". */
export function createTimeDimensions(date: string): Dimension[] {
  return [
    {
      key: 'weekday',
      column: 'weekday',
      noun: 'weekday',
      plural: 'weekdays',
      words: /\b(?:days? of (?:the )?week|week ?days?)\b/,
      sql: `date_format(${date}, 'EEEE')`,
      type: 'STRING',
      order: `MIN(weekday(${date}))`,
    },
    time('day', /\b(?:days?|daily)\b/, date, 'DATE', 0),
    time('week', /\b(?:weeks?|weekly)\b/, `trunc(${date}, 'WEEK')`, 'DATE', 0),
    time('month', /\b(?:months?|monthly)\b/, `trunc(${date}, 'MONTH')`, 'DATE', 12),
    time(
      'quarter',
      /\b(?:quarters?|quarterly)\b/,
      `concat(year(${date}), '-Q', quarter(${date}))`,
      'STRING',
      4,
    ),
    time('year', /\b(?:years?|yearly|annual(?:ly)?)\b/, `year(${date})`, 'INT', 1),
  ];
}

function time(key: string, words: RegExp, sql: string, type: string, perYear: number): Dimension {
  return { key, column: key, noun: key, plural: `${key}s`, words, sql, type, order: key, perYear };
}
