/** Deeper levels stay there: on a phone, there must be room for the words. */
const maxIndent = 8;
const token = /"(?:[^"\\]|\\[\s\S])*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * JSON on lines of its own, indented, with its escaped letters as letters. It stays what it is otherwise: nothing is left
 * out, and no number loses digits. What isn't JSON is returned as it came.
 */
export function readableJson(json: string): string {
  if (!isJson(json)) return json;
  let [text, depth] = ['', 0];
  const lineEnd = () => `\n${'  '.repeat(Math.min(depth, maxIndent))}`;
  for (const [piece] of json.matchAll(token)) {
    const isEmpty = /[{[]$/.test(text);
    if (piece === '{' || piece === '[') {
      text += isEmpty ? lineEnd() + piece : piece;
      depth += 1;
    } else if (piece === '}' || piece === ']') {
      depth -= 1;
      text += isEmpty ? piece : lineEnd() + piece;
    } else if (piece === ',') text += `,${lineEnd()}`;
    else if (piece === ':') text += ': ';
    else text += (isEmpty ? lineEnd() : '') + (piece.startsWith('"') ? readable(piece) : piece);
  }
  return text;
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
