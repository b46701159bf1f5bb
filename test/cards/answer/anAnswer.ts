import type { Answer, AnswerTable } from '../../../src/answers/answer.ts';
import type { AnswerView } from '../../../src/cards/answer/view.ts';
import { testReader } from '../../support/testReader.ts';

/** An answer with a text, a table of two rows and one suggestion. */
export function anAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    kind: 'answer',
    texts: ['**EMEA** led.'],
    tables: [aTable()],
    suggestions: ['And by week?'],
    ...overrides,
  };
}

export function aTable(overrides: Partial<AnswerTable> = {}): AnswerTable {
  const table = {
    attachmentId: 'a',
    title: 'Revenue by region',
    description: 'Sums revenue per region.',
    sql: 'SELECT region,\n  SUM(revenue) AS revenue\nFROM orders',
    thoughts: ['You want the *revenue*.'],
    columns: [
      { name: 'region', type: 'STRING' },
      { name: 'revenue', type: 'DECIMAL', scale: 2 },
    ],
    rows: [
      ['EMEA', '1204331.5'],
      ['APAC', null],
    ],
    truncated: false,
    ...overrides,
  };
  return { totalRows: table.rows.length, ...table };
}

export function aView(overrides: Partial<AnswerView> = {}): AnswerView {
  return {
    ...testReader(),
    answerKey: 'key-1',
    question: 'Revenue by region?',
    spaceTitle: 'Sales',
    durationMs: 12_300,
    feedback: true,
    ...overrides,
  };
}
