import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/gateway/agent/readReport.ts';
import { aMessage, aQuery, aResult, aText } from '../../answers/aMessage.ts';

const table = '| a |\n|---|\n| 1 |';

describe('a report', () => {
  it('has its tables where they stood, those in its texts as well', () => {
    const answer = readReport(
      aMessage(
        aText(`One.\n\n${table}\n\nTwo.`),
        { ...aQuery('table-1', { title: 'Revenue' }), result: aResult('5') },
        aText(`Three.\n\n**Costs**\n\n${table}`),
      ),
    );
    expect(answer.texts).toEqual(['One.', 'Two.', 'Three.']);
    expect(answer.tables.map(({ title, textsBefore, rows }) => [title, textsBefore, rows])).toEqual(
      [
        [undefined, 1, [['1']]],
        ['Revenue', 2, [['5']]],
        ['Costs', 3, [['1']]],
      ],
    );
  });

  it('tells all of its tables apart, the same each time', () => {
    const ids = () =>
      readReport(
        aMessage(
          aText(`${table}\n\nx\n\n${table}`),
          { ...aQuery('table-1'), result: aResult('5') },
          { ...aText(table), id: 'text-2' },
        ),
      ).tables.map(({ attachmentId }) => attachmentId);
    expect(new Set(ids()).size).toBe(4);
    expect(ids()).toEqual(ids());
    expect(ids().every((id) => id.startsWith('table-'))).toBe(true);
  });
});
