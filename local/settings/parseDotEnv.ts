import { parseEnv } from 'node:util';

interface Entry {
  name: string;
  /** What stands after the equals sign. */
  value: string;
  line: number;
}

/** A settings text that Node's parser would read as something else than it says; the message has no value in it. */
export class DotEnvError extends Error {
  override readonly name = 'DotEnvError';
}

/**
 * Reads the text of a `.env` with Node's own parser, entry by entry. That one passes over what it doesn't understand,
 * cuts a value at a `#` and takes the next line for the value of `NAME= `, so each entry is checked first.
 *
 * @throws DotEnvError that names the line
 */
export function parseDotEnv(text: string): Record<string, string> {
  const entries = readEntries(text.split(/\r\n?|\n/));
  return Object.fromEntries(
    entries.map(({ name, value }) => [name, parseEnv(`A=${value.trim()}`)['A'] ?? '']),
  );
}

function readEntries(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const text = (lines[at] ?? '').trim();
    if (text === '' || text.startsWith('#')) continue;
    const line = at + 1;
    const equals = text.indexOf('=');
    const name = text
      .slice(0, Math.max(equals, 0))
      .trim()
      .replace(/^export\s+/, '');
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new DotEnvError(`line ${line} isn’t NAME=value`);

    let value = text.slice(equals + 1);
    const quote = /^["'`]/.exec(value.trim())?.[0];
    while (quote && closingQuote(value, quote) < 0) {
      at += 1;
      const next = lines[at];
      if (next === undefined) throw new DotEnvError(`the quote on line ${line} isn’t closed`);
      value += `\n${next}`;
    }
    checkValue({ name, value, line }, quote);
    entries.push({ name, value, line });
  }
  return entries;
}

const closingQuote = (value: string, quote: string) =>
  value.indexOf(quote, value.indexOf(quote) + 1);

function checkValue({ name, value, line }: Entry, quote: string | undefined): void {
  if (quote) {
    const rest = value.slice(closingQuote(value, quote) + 1).trim();
    if (rest === '' || rest.startsWith('#')) return;
    throw new DotEnvError(`on line ${line}, ${name} goes on after its closing quote`);
  }
  const hash = value.indexOf('#');
  if (hash < 0 || /\s/.test(value.charAt(hash - 1))) return;
  throw new DotEnvError(
    `on line ${line}, ${name} contains a #. Put quotes around the value, or a space before a comment`,
  );
}
