import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/answers/sources/readSources.ts';
import { runs } from '../../support/runs.ts';

const namesIn = (sql: string) => readSources(sql).map(({ fullName }) => fullName);

describe('the tables a statement reads', () => {
  it.each<[string, string, string[]]>([
    ['one', 'SELECT * FROM main.sales.orders', ['main.sales.orders']],
    ['with an alias', 'select o.a from orders as o where o.a > 1', ['orders']],
    ['joined', 'SELECT 1 FROM a JOIN b ON a.x = b.x LEFT OUTER JOIN c USING (x)', ['a', 'b', 'c']],
    ['separated by commas', 'SELECT 1 FROM a x, b AS y, c WHERE x.d IN (e, f)', ['a', 'b', 'c']],
    ['each once', 'SELECT 1 FROM a JOIN A x ON 1 = 1 UNION ALL SELECT 1 FROM a', ['a']],
    ['of both halves', '(SELECT 1 FROM a) UNION (SELECT 2 FROM b)', ['a', 'b']],
    ['in backticks', 'SELECT 1 FROM `my cat`.`s``x`.t', ['`my cat`.`s``x`.t']],
    ['in brackets', 'SELECT 1 FROM (a JOIN (b) ON a.x = b.x) c', ['a', 'b']],
    ['of a subquery', 'SELECT 1 FROM (SELECT x FROM a, b) q JOIN c ON 1 = 1', ['a', 'b', 'c']],
    [
      'of subqueries elsewhere',
      'SELECT (SELECT max(x) FROM a) FROM b WHERE EXISTS (SELECT 1 FROM c) AND x IN (SELECT y FROM d)',
      ['a', 'b', 'c', 'd'],
    ],
    ['of FROM before SELECT', 'FROM a, b SELECT x, y WHERE z', ['a', 'b']],
    ['of steps', 'FROM a |> EXTEND x AS y, z AS w |> JOIN b ON 1 = 1 |> WHERE y', ['a', 'b']],
    [
      'at a version',
      'SELECT 1 FROM a VERSION AS OF 3, b TIMESTAMP AS OF "2024", c@v1',
      ['a', 'b', 'c'],
    ],
    ['with a sample', 'SELECT 1 FROM a TABLESAMPLE (5 PERCENT) s, b', ['a', 'b']],
    ['turned', 'SELECT * FROM a PIVOT (sum(x) FOR y IN (1, 2))', ['a']],
    ['with an exploded column', 'SELECT 1 FROM a LATERAL VIEW explode(x) t AS k, v', ['a']],
    [
      'beside made-up rows',
      'SELECT 1 FROM a JOIN range(5) r, explode(x) t, VALUES (1), (b)',
      ['a'],
    ],
    [
      'with letters of any script',
      'SELECT 1 FROM ventes.commandes_été, `订单`, لوحة',
      ['ventes.commandes_été', '订单', 'لوحة'],
    ],
    ['beginning with a digit', 'SELECT 1 FROM main.sales.2024_orders', ['main.sales.2024_orders']],
    ['ended', 'SELECT 1 FROM a;', ['a']],
  ])('%s', (_, sql, expected) => {
    expect(namesIn(sql)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['texts', `SELECT 'FROM x', "JOIN y", 'it''s FROM z', 'a\\' FROM w' FROM a`, ['a']],
    ['raw texts', `SELECT r'\\' FROM a -- '`, ['a']],
    ['comments', 'SELECT 1 -- FROM x\n/* /* x */ FROM y */ FROM a', ['a']],
    [
      'functions',
      "SELECT extract(YEAR FROM d), trim(BOTH 'x' FROM s), substring(s FROM 2) FROM a",
      ['a'],
    ],
    [
      'comparisons',
      'SELECT 1 FROM a WHERE x IS NOT DISTINCT FROM y AND z IS DISTINCT FROM w',
      ['a'],
    ],
    ['columns', 'SELECT t.from, x AS from, t.join FROM a t', ['a']],
    [
      'names given by WITH',
      'WITH w AS (SELECT 1 FROM a), v (x, y) AS (SELECT * FROM w) SELECT p, q FROM v, W',
      ['a'],
    ],
    [
      'its own name in a recursion',
      'WITH RECURSIVE r AS (SELECT 1 FROM a UNION ALL SELECT 1 FROM r) SELECT * FROM r',
      ['a'],
    ],
    [
      'names given further out',
      'WITH w AS (SELECT 1 FROM a) SELECT * FROM (SELECT * FROM w)',
      ['a'],
    ],
  ])('but not in %s', (_, sql, expected) => {
    expect(namesIn(sql)).toEqual(expected);
  });

  it('are told from a query of the same name', () => {
    const sql = 'WITH orders AS (SELECT * FROM orders WHERE x) SELECT * FROM orders, s.orders';
    expect(namesIn(sql)).toEqual(['orders', 's.orders']);
  });

  it('of a name that is given in a subquery only, outside of it', () => {
    const sql = 'SELECT 1 FROM (WITH w AS (SELECT 1 FROM a) SELECT * FROM w) JOIN w ON 1 = 1';
    expect(namesIn(sql)).toEqual(['a', 'w']);
  });
});

describe('no tables are named', () => {
  it.each([
    ['without SQL', ''],
    ['without a table', 'SELECT 1'],
    ['if it is no query', 'DESCRIBE TABLE a'],
    ['if it lists something', 'SHOW TABLES FROM main.sales'],
    ['if a text does not end', "SELECT 1 FROM a WHERE x = 'FROM b"],
    ['if a comment does not end', 'SELECT 1 FROM a /* FROM b'],
    ['if a name does not end', 'SELECT 1 FROM `a'],
    ['if a bracket does not end', 'SELECT 1 FROM a WHERE (x'],
    ['if there is a bracket too many', 'SELECT 1 FROM a) FROM b'],
    ['if it is cut off', 'SELECT 1 FROM a JOIN'],
    ['if one is a parameter', 'SELECT 1 FROM a, :table'],
    ['if one is computed', "SELECT 1 FROM a, IDENTIFIER('b' || 'c')"],
    ['if one is a text', 'SELECT 1 FROM a, "b"'],
    ['if one is a file', 'SELECT 1 FROM a, parquet.`/mnt/x`'],
    [
      'if one is a function that reads who knows what',
      'SELECT 1 FROM a, main.sales.top_customers(5)',
    ],
    ['if one comes from files', "SELECT 1 FROM a JOIN read_files('/x')"],
    ['if one is a stream', 'SELECT 1 FROM STREAM a'],
    ['if a name is odd', 'SELECT 1 FROM my-catalog.s.t'],
    ['if a name is too long', 'SELECT 1 FROM a.b.c.d'],
    [
      'if its brackets are deeper than anybody writes',
      `SELECT 1 FROM ${'('.repeat(200)}a${')'.repeat(200)}`,
    ],
    ['if there are two statements', 'SELECT 1 FROM a; SELECT 1 FROM b'],
  ])('%s', (_, sql) => {
    expect(readSources(sql)).toEqual([]);
  });

  it('if the statement is larger than any of Genie’s', () => {
    expect(readSources(`SELECT 1 FROM a ${' '.repeat(50_000)}`)).toEqual([]);
  });
});

it('tables are called by their own name, if that is theirs alone', () => {
  const sql = 'SELECT 1 FROM main.sales.orders JOIN main.crm.customers JOIN old.crm.Customers';
  expect(readSources(sql).map(({ name }) => name)).toEqual([
    'orders',
    'main.crm.customers',
    'old.crm.Customers',
  ]);
});

it('whatever the statement, a table is named in it', () => {
  const piece = fc.constantFrom(
    ...'SELECT FROM WITH RECURSIVE AS JOIN LATERAL VIEW VALUES WHERE UNION IS DISTINCT ( ) , . ; | > @ -- /* */ \' " ` \\ r a b c'.split(
      ' ',
    ),
    '\n',
  );
  const statement = fc
    .array(piece, { maxLength: 40 })
    .map((pieces) => `SELECT ${pieces.join(' ')}`);
  fc.assert(
    fc.property(statement, (sql) => {
      for (const { name, fullName } of readSources(sql)) {
        expect(name).not.toBe('');
        for (const part of fullName.split('.')) expect(sql).toContain(part.replaceAll('`', ''));
      }
    }),
    { numRuns: runs(2000) },
  );
});
