/** Deeper levels stay there: on a phone, there must be room for the words. */
const maxIndent = 8;
const token = /"(?:[^"\\]|\\[\s\S])*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * JSON on lines of its own, indented, with its escaped letters as letters. It stays what it is otherwise: nothing is left
 * out, and no number loses digits. What isn't JSON is returned as it came.
 */
export function readableJson(json: string): string {
  if (!isJson(json)) return json;
  const parts: string[] = [];
  let depth = 0;
  const lineEnd = () => `\n${'  '.repeat(Math.min(depth, maxIndent))}`;
  for (const [piece] of json.matchAll(token)) {
    const before = parts.at(-1);
    const isFirst = before === '{' || before === '[';
    const closes = piece === '}' || piece === ']';
    if (closes) depth -= 1;
    if (isFirst !== closes && piece !== ',' && piece !== ':') parts.push(lineEnd());
    parts.push(piece.startsWith('"') ? readable(piece) : piece);
    if (piece === '{' || piece === '[') depth += 1;
    if (piece === ',') parts.push(lineEnd());
    if (piece === ':') parts.push(' ');
  }
  return parts.join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readable(quoted: string): string {
  return JSON.stringify(JSON.parse(quoted));
}
