import { describe, expect, it, test } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { tablePageCard } from '../../../src/cards/answer/tablePageCard.ts';
import { testReader } from '../../support/testReader.ts';
import { cardText } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

function textOf(type: string, times: string[], timeZone: string): string {
  const columns = [
    { name: 'opened_at', type },
    { name: 'orders', type: 'INT' },
  ];
  const table = aTable({ columns, rows: times.map((time, at) => [time, String(at)]) });
  return cardText(answerCard(anAnswer({ tables: [table] }), aView({ timeZone })));
}

const evening = '2026-01-01T22:30:00Z';
const noon = '2026-01-02T12:00:00Z';

describe('the small print of a table with times', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/New_York', 'America/New_York'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['+02:00', 'UTC+02:00'],
  ])('names the zone %s as %s', (timeZone, name) => {
    expect(textOf('TIMESTAMP', [evening, noon], timeZone)).toContain(`Times are in ${name}.`);
  });

  test.each([
    ['days', 'TIMESTAMP', ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']],
    ['times without a zone', 'TIMESTAMP_NTZ', ['2026-01-01T22:30:00']],
    ['dates', 'DATE', ['2026-01-01']],
    ['texts', 'STRING', [evening]],
  ])('names none for %s', (_what, type, times) => {
    expect(textOf(type, times, 'Europe/Berlin')).not.toContain('Times are in');
  });
});

describe('a time', () => {
  it('is what the reader’s clocks show', () => {
    expect(textOf('TIMESTAMP', [evening, noon], 'Europe/Berlin')).toContain('Jan 1, 2026, 11:30');
    expect(textOf('TIMESTAMP', [evening, noon], 'Asia/Tokyo')).toContain('Jan 2, 2026, 7:30');
  });

  it('names its zone where it’s the only value', () => {
    const table = aTable({
      columns: [{ name: 'last_order_at', type: 'TIMESTAMP' }],
      rows: [[noon]],
    });
    const text = cardText(
      answerCard(anAnswer({ tables: [table] }), aView({ timeZone: 'Asia/Tokyo' })),
    );
    expect(text).toMatch(/Last order at\nJan 2, 2026, 9:00\sPM\nTimes are in Asia\/Tokyo\./);
  });

  it('is the same in a chart', () => {
    const columns = [
      { name: 'hour', type: 'TIMESTAMP' },
      { name: 'orders', type: 'INT' },
    ];
    const rows = ['09', '10', '11', '12'].map((hour, at) => [`2026-01-02T${hour}:00:00Z`, `${at}`]);
    const view = aView({ timeZone: 'Asia/Kolkata', charts: {} });
    const card = JSON.stringify(
      answerCard(anAnswer({ tables: [aTable({ columns, rows })] }), view),
    );
    expect(card).toContain('"x":"14:30"');
    expect(card).not.toContain('09:00');
  });
});

test('a page is written like the first one', () => {
  const columns = [
    { name: 'region', type: 'STRING' },
    { name: 'share_pct', type: 'DOUBLE' },
  ];
  const rows = Array.from({ length: 20 }, (_, at) => [`R${at}`, at === 3 ? '47.8' : '59']);
  const page = tablePageCard(aTable({ columns, rows }), {
    ...testReader(),
    answerKey: 'k',
    from: 10,
  });
  expect(cardText(page)).toContain('R10 | 59.0%');
});
