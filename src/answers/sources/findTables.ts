import { lexSql, type SqlToken } from './lexSql.ts';

/** What is known of a query, or of what stands between two brackets. */
interface Frame {
  /** It has a SELECT, or begins with FROM: a FROM leads to a table. In `EXTRACT(YEAR FROM day)` it doesn't. */
  isQuery: boolean;
  hasFrom: boolean;
  /** A table's name comes next. */
  wantsTable: boolean;
  /** A comma leads to another table. */
  isInFrom: boolean;
  /** It stands where a table could: it can begin with FROM, or be a table in brackets. */
  isTable: boolean;
  /** The names that WITH has given so far, in lower case. */
  given: Set<string>;
  /** How far a WITH is, and the name it is giving. */
  giving: Giving | undefined;
}

interface Giving {
  step: 'name' | 'as' | 'query' | 'done';
  name: string;
  isRecursive: boolean;
}

/** Thrown and caught in here: the statement isn't understood. */
class Unclear extends Error {}

/** They end the list of a query's tables. */
const endsFrom = new Set(
  'WHERE GROUP HAVING ORDER SORT CLUSTER DISTRIBUTE LIMIT OFFSET QUALIFY WINDOW UNION INTERSECT EXCEPT MINUS'.split(
    ' ',
  ),
);

/** Brackets in one another: every name is looked up in all of them. */
const maxDepth = 100;

/** Functions that stand for a table and read none. */
const makesRows =
  /^(?:range|sequence|stack|json_tuple|inline|inline_outer|\w*explode(?:_outer)?)$/i;

/** The parts of each table's name, as often as it is read; `undefined` if the statement isn't understood. */
export function findTables(sql: string): string[][] | undefined {
  const tokens = lexSql(sql);
  if (tokens === undefined || !begins(tokens[0])) return undefined;
  try {
    return createFinder(tokens).find();
  } catch (error) {
    if (error instanceof Unclear) return undefined;
    throw error;
  }
}

const begins = (first: SqlToken | undefined) =>
  first !== undefined && ['SELECT', 'WITH', 'FROM', '('].includes(keyword(first) ?? first.value);

const keyword = (token: SqlToken | undefined) =>
  token?.kind === 'word' ? token.value.toUpperCase() : undefined;

const isName = (token: SqlToken | undefined) => token?.kind === 'word' || token?.kind === 'quoted';

const isSign = (token: SqlToken | undefined, sign: string) =>
  token?.kind === 'sign' && token.value === sign;

function newFrame(isTable: boolean): Frame {
  return {
    isQuery: false,
    hasFrom: isTable,
    wantsTable: isTable,
    isInFrom: isTable,
    isTable,
    given: new Set(),
    giving: undefined,
  };
}

function createFinder(tokens: readonly SqlToken[]) {
  const tables: string[][] = [];
  const frames: Frame[] = [{ ...newFrame(false), isTable: true }];
  let at = 0;

  function find(): string[][] {
    while (at < tokens.length) {
      const token = tokens[at] as SqlToken;
      at += 1;
      if (token.kind === 'sign') readSign(token.value);
      else if (token.kind === 'text') require(!top().wantsTable);
      else readWord(token);
    }
    require(frames.length === 1 && !top().wantsTable);
    return tables;
  }

  function top(): Frame {
    const frame = frames.at(-1);
    if (frame === undefined) throw new Unclear();
    return frame;
  }

  function readSign(sign: string): void {
    const frame = top();
    if (sign === '(') open(frame);
    else if (sign === ')') close(frame);
    else readSeparator(frame, sign);
  }

  function readSeparator(frame: Frame, sign: string): void {
    require(!frame.wantsTable);
    if (sign === ',' && frame.giving?.step === 'done') frame.giving.step = 'name';
    else if (sign === ',') frame.wantsTable = frame.isInFrom;
    else if (sign === ';') endStatement();
    // What follows `|>` is another step, whose commas separate columns.
    else if (sign === '|' && isSign(tokens[at], '>')) frame.isInFrom = false;
  }

  function endStatement(): void {
    require(tokens.slice(at).every((token) => isSign(token, ';')));
    at = tokens.length;
  }

  function open(frame: Frame): void {
    require(frames.length < maxDepth);
    const isBody = frame.giving?.step === 'query';
    if (frame.giving?.step === 'done') frame.giving = undefined;
    frames.push({ ...newFrame(frame.wantsTable), isTable: frame.wantsTable || isBody });
    frame.wantsTable = false;
  }

  function close(frame: Frame): void {
    require(frames.length > 1 && !frame.wantsTable);
    frames.pop();
    const { giving, given } = top();
    if (giving?.step !== 'query') return;
    given.add(giving.name);
    giving.step = 'done';
  }

  function readWord(token: SqlToken): void {
    const frame = top();
    const isFirst = at === 1 || isSign(tokens[at - 2], '(');
    const key = keyword(token);
    if (frame.giving?.step === 'done') frame.giving = undefined;
    const isQuery = isFirst && isOneOf(key, 'SELECT', 'WITH', 'FROM');
    if (frame.giving) give(frame.giving, frame, token);
    else if (frame.wantsTable && !isQuery) readTable(frame, token);
    else if (key !== undefined && !isNameHere()) {
      if (key === 'WITH' && isFirst) startGiving(frame);
      else readKeyword(frame, key, isFirst);
    }
  }

  /** `t.from` and `AS from` are no keywords. */
  function isNameHere(): boolean {
    const before = tokens[at - 2];
    return isSign(before, '.') || keyword(before) === 'AS';
  }

  function readKeyword(frame: Frame, key: string, isFirst: boolean): void {
    if (key === 'SELECT') {
      Object.assign(frame, { isQuery: true, wantsTable: false, isInFrom: false });
    } else if (key === 'FROM') {
      readFrom(frame, isFirst);
    } else if (key === 'JOIN' && frame.hasFrom) {
      Object.assign(frame, { wantsTable: true, isInFrom: true });
    } else if (endsFrom.has(key) || (key === 'LATERAL' && keyword(tokens[at]) === 'VIEW')) {
      frame.isInFrom = false;
    }
  }

  function readFrom(frame: Frame, isFirst: boolean): void {
    const isComparison =
      keyword(tokens[at - 2]) === 'DISTINCT' && isOneOf(keyword(tokens[at - 3]), 'IS', 'NOT');
    if (isComparison) return;
    if (isFirst) {
      require(frame.isTable);
      frame.isQuery = true;
    }
    if (frame.isQuery) {
      Object.assign(frame, { hasFrom: true, wantsTable: true, isInFrom: true });
    }
  }

  function startGiving(frame: Frame): void {
    const isRecursive = keyword(tokens[at]) === 'RECURSIVE' && isName(tokens[at + 1]);
    if (isRecursive) at += 1;
    frame.giving = { step: 'name', name: '', isRecursive };
    Object.assign(frame, { isQuery: true, wantsTable: false, isInFrom: false, hasFrom: false });
  }

  /** `WITH name (columns) AS (query)`. Without RECURSIVE, a query doesn't know its own name. */
  function give(giving: Giving, frame: Frame, token: SqlToken): void {
    if (giving.step === 'name') {
      giving.name = token.value.toLowerCase();
      giving.step = 'as';
      if (giving.isRecursive) frame.given.add(giving.name);
    } else if (giving.step === 'as' && keyword(token) === 'AS') {
      giving.step = 'query';
    }
  }

  function readTable(frame: Frame, token: SqlToken): void {
    const key = keyword(token);
    if (key === 'LATERAL') return;
    frame.wantsTable = false;
    if (key === 'VALUES') {
      frame.isInFrom = false;
      return;
    }
    const parts = readName(token);
    const next = tokens[at];
    if (isSign(next, '(')) {
      require(parts.length === 1 && makesRows.test(token.value));
      return;
    }
    require(!isOneOf(key, 'TABLE', 'STREAM', 'SELECT', 'FROM', 'JOIN') || parts.length > 1);
    require(next === undefined || isName(next) || (next.kind === 'sign' && endsName(next.value)));
    // A path is no table, and longer names are of something inside of one.
    require(parts.length <= 3 && !parts.some((part) => part.trim() === '' || part.includes('/')));
    if (parts.length > 1 || !isGiven(token.value)) tables.push(parts);
  }

  function readName(first: SqlToken): string[] {
    const parts = [first.value];
    while (isSign(tokens[at], '.')) {
      const next = tokens[at + 1];
      if (next === undefined || !isName(next)) throw new Unclear();
      parts.push(next.value);
      at += 2;
    }
    return parts;
  }

  const isGiven = (name: string) => frames.some(({ given }) => given.has(name.toLowerCase()));

  return { find };
}

/** `@` is followed by a version. */
const endsName = (sign: string) => [',', ')', ';', '|', '@'].includes(sign);

const isOneOf = (key: string | undefined, ...keys: string[]) =>
  key !== undefined && keys.includes(key);

function require(isUnderstood: boolean): void {
  if (!isUnderstood) throw new Unclear();
}
