import type { Answer } from '../../../../src/answers/answer.ts';

/** An answer with a table of one number. */
export function anAnswerOf(revenue: number): Answer {
  return {
    kind: 'answer',
    texts: [],
    suggestions: [],
    tables: [
      {
        attachmentId: 'table',
        thoughts: [],
        columns: [{ name: 'Revenue', type: 'DOUBLE' }],
        rows: [[String(revenue)]],
        totalRows: 1,
        truncated: false,
      },
    ],
  };
}
