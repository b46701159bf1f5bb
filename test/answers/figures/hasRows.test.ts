import { describe, expect, test } from 'vitest';
import { hasRows } from '../../../src/answers/figures/hasRows.ts';
import { aTable } from '../aChartTable.ts';

const some = aTable('n INT', [['0']]);
const none = aTable('n INT', []);
const unread = aTable('n INT', [], { error: 'expired', canRetry: true });

describe('an answer', () => {
  test.each([
    ['a row', [some]],
    ['a row beside an empty table', [none, some]],
    ['a row beside a table that was not read', [unread, some]],
    ['a row that is part of NULL', [aTable('a, n INT', [['x', null]])]],
    ['more rows than were read', [aTable('n INT', [], { totalRows: 3 })]],
  ])('has rows with %s', (_, tables) => {
    expect(hasRows({ tables })).toBe(true);
  });

  test.each([
    ['an empty table', [none]],
    ['nothing but empty tables', [none, none]],
    ['a sum over nothing', [aTable('n INT, m INT', [[null, null]])]],
  ])('has none with %s', (_, tables) => {
    expect(hasRows({ tables })).toBe(false);
  });

  test.each([
    ['without a table', []],
    ['whose rows could not be read', [unread]],
    ['of which a part could not be read', [none, unread]],
    ['whose length Genie never said', [aTable('n INT', [], { truncated: true })]],
  ])('%s says nothing about rows', (_, tables) => {
    expect(hasRows({ tables })).toBeUndefined();
  });
});
