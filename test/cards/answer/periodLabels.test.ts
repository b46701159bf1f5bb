import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer/answerCard.ts';
import { periodLabels } from '../../../src/cards/answer/periodLabels.ts';
import { cardOf } from '../readCard.ts';
import { anAnswer, aTable, aView } from './anAnswer.ts';

const quarters = (count: number) =>
  Array.from({ length: count }, (_, at) => `${2023 + Math.floor(at / 4)}-Q${1 + (at % 4)}`);
const seen = (labels: readonly string[]) => labels.map((label) => label.replaceAll('\u200B', ''));

describe('the periods below a chart', () => {
  it('have their year if they are few', () => {
    expect(periodLabels(['2024-Q4', '2025-Q1'])).toEqual(['Q4 24', 'Q1 25']);
    expect(periodLabels(['2024-11', '2025-02'])).toEqual(['24-11', '25-02']);
    expect(periodLabels(['2024-W07', '2024 W08'])).toEqual(['W7 24', 'W8 24']);
  });

  it('have the year at its first one if they are many', () => {
    expect(seen(periodLabels(quarters(10)))).toEqual([
      '’23',
      'Q2',
      'Q3',
      'Q4',
      '’24',
      'Q2',
      'Q3',
      'Q4',
      '’25',
      'Q2',
    ]);
  });

  it('stay as many points as they are', () => {
    const labels = periodLabels(quarters(16));
    expect(new Set(labels).size).toBe(16);
  });

  it.each([[['EMEA', 'APAC']], [['2023', '2024']], [['2024-Q1', 'Total']], [['2024-Q1', '']]])(
    'are nothing else: %j',
    (labels) => {
      expect(periodLabels(labels)).toEqual(labels);
    },
  );

  it('are named in full in the words and the table', () => {
    const table = aTable({
      columns: [
        { name: 'quarter', type: 'STRING' },
        { name: 'revenue', type: 'DECIMAL' },
      ],
      rows: quarters(12).map((quarter, at) => [quarter, `${at + 1}`]),
    });
    const wire = JSON.stringify(
      cardOf(answerCard(anAnswer({ texts: [], tables: [table] }), aView({ charts: {} }))),
    );
    expect(wire).toContain('{"x":"’24","y":5}');
    expect(wire).toContain('From 1 (2023-Q1) to 12 (2025-Q4).');
    expect(wire).toContain('"text":"2023-Q1"');
  });
});
