const longest = 200;

/** The start of a text on one line, without marks of Markdown at its ends. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, longest * 5)
    .replace(/\s+/g, ' ')
    .replace(/^[ #>*_-]+/, '')
    .trim();
  const bare = line.replace(/(?<!\*)\*{1,3}$/, '');
  return bare.length > longest ? `${bare.slice(0, longest - 1).trimEnd()}…` : bare;
}
