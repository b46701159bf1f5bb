/** `[handbook]: https://… "Title"`, to which `[the handbook][handbook]` refers. */
export interface Definition {
  line: string;
  /** With its brackets. */
  label: string;
  url: string;
  title: string;
}

const pattern = /^ {0,3}(\[[^\]]{1,100}\]):(.*)$/;
const address = /^(?:[a-z][a-z\d+.-]{0,20}:|www\.|#|\/|\.\.?\/)/i;
/** Each text is searched for each of them. */
const most = 50;

/** Reads a line that only says where a reference leads, which isn't shown. */
export function readDefinition(line: string): Definition | undefined {
  // Most lines are none.
  const [, label, rest = ''] = (line.includes(']:') && pattern.exec(line)) || [];
  const [target = '', ...words] = rest.trim().split(/[ \t]+/);
  const url = target.replace(/^<|>$/g, '');
  if (label === undefined || !address.test(url)) return undefined;
  const title = words.join(' ');
  // Anything but a quoted title makes it an ordinary line.
  if (title !== '' && !/^(?:"[^"]*"|'[^']*'|\([^)]*\))$/.test(title)) return undefined;
  return { line, label, url, title: title.slice(1, -1).trim() };
}

/** The parts of a text, each with the definitions that it refers to: the parts are read one by one. */
export function withDefinitions(
  texts: readonly string[],
  definitions: readonly Definition[],
): string[] {
  const few = definitions.slice(0, most);
  return texts.map((text) => {
    const used = few.filter(({ label }) => text.includes(label));
    return used.length === 0 ? text : `${text}\n\n${used.map(({ line }) => line).join('\n')}`;
  });
}
