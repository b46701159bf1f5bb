/** A piece of a statement. Quotes are gone, and so are comments and blanks. */
export interface SqlToken {
  kind: 'word' | 'quoted' | 'text' | 'sign';
  value: string;
}

const word = /[\p{L}\p{M}\p{N}_$]+/uy;
const blank = /\s+/uy;

/** Splits a Databricks SQL statement; `undefined` if a quote or a comment doesn't end. Takes as long as its text. */
export function lexSql(sql: string): SqlToken[] | undefined {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    const piece = readPiece(sql, at);
    if (piece === undefined) return undefined;
    if (piece.token) tokens.push(piece.token);
    at = piece.end;
  }
  return tokens;
}

interface Piece {
  token?: SqlToken;
  end: number;
}

function readPiece(sql: string, at: number): Piece | undefined {
  const space = match(blank, sql, at);
  if (space !== undefined) return { end: at + space.length };
  if (sql.startsWith('--', at)) return { end: lineEnd(sql, at) };
  if (sql.startsWith('/*', at)) return skipComment(sql, at);
  const sign = sql.charAt(at);
  if (sign === '`') return readName(sql, at);
  if (sign === "'" || sign === '"') return readText(sql, at, sign);
  const value = match(word, sql, at);
  if (value === undefined) return { token: { kind: 'sign', value: sign }, end: at + 1 };
  const end = at + value.length;
  const quote = sql.charAt(end);
  // In a raw text, r'\', a backslash is only a backslash.
  if (/^r$/i.test(value) && /['"]/.test(quote)) return readText(sql, end, quote, true);
  return { token: { kind: 'word', value }, end };
}

function match(pattern: RegExp, sql: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf('\n', at);
  return end < 0 ? sql.length : end + 1;
}

/** Comments can be inside of comments. */
function skipComment(sql: string, from: number): Piece | undefined {
  let depth = 0;
  for (let at = from; at < sql.length; at += 1) {
    const isStart = sql.startsWith('/*', at);
    if (!isStart && !sql.startsWith('*/', at)) continue;
    depth += isStart ? 1 : -1;
    at += 1;
    if (depth === 0) return { end: at + 1 };
  }
  return undefined;
}

/** A name in backticks; two of them stand for one. */
function readName(sql: string, from: number): Piece | undefined {
  let value = '';
  for (let at = from + 1; at < sql.length; at += 1) {
    if (sql[at] === '`') {
      if (sql[at + 1] !== '`') return { token: { kind: 'quoted', value }, end: at + 1 };
      at += 1;
    }
    value += sql[at];
  }
  return undefined;
}

/** What a text says names no table, so only its end matters. A doubled quote makes it two texts, which is the same. */
function readText(sql: string, from: number, quote: string, isRaw = false): Piece | undefined {
  for (let at = from + 1; at < sql.length; at += 1) {
    if (sql[at] === quote) return { token: { kind: 'text', value: '' }, end: at + 1 };
    if (sql[at] === '\\' && !isRaw) at += 1;
  }
  return undefined;
}
