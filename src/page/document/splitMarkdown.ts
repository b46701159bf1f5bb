/** The parser's time grows with the square of some texts; cards never give it more at once. */
const longest = 8_000;
const fence = /^ {0,3}(?:```|~~~)/;

/** A Markdown text in pieces of bounded length, parted where its paragraphs are if it has any. */
export function splitMarkdown(markdown: string): string[] {
  if (markdown.length <= longest) return [markdown];
  const pieces: string[] = [];
  let piece = '';
  for (const block of blocksOf(markdown)) {
    if (piece !== '' && piece.length + block.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += block;
    for (; piece.length > longest; piece = piece.slice(longest))
      pieces.push(piece.slice(0, longest));
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** What is between empty lines; those inside of code part nothing. */
function* blocksOf(markdown: string): Generator<string> {
  let block = '';
  let isCode = false;
  for (const line of markdown.split(/(?<=\n)/)) {
    if (fence.test(line)) isCode = !isCode;
    block += line;
    if (isCode || line.trim() !== '') continue;
    yield block;
    block = '';
  }
  yield block;
}
