const longest = 200;

/** The start of a text on one line, without Markdown's marks of headings, quotes, lists, bold and code. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, longest * 5)
    .replace(/\*{2,3}|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ #>*_-]+/, '')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
