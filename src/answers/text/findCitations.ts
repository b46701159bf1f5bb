import type { Citation } from '../answer.ts';
import type { Definition } from './definitions.ts';

const number = /^\[\^?\d{1,3}\]$/;
/** How Genie's agent mode refers to a source. */
const mark = /[ \t]?:citation\[([^\]\n]{0,200})\](?:\{[^}\n]{0,200}\})?/g;

/** The sources that a text names itself: where its `[1]` leads, and what it cites. */
export function findCitations(
  lines: readonly string[],
  definitions: readonly Definition[],
): Citation[] {
  const marked = [...lines.join('\n').matchAll(mark)].map(([, name = '']) => ({
    title: name.trim(),
  }));
  return [
    ...definitions
      .filter(isSource)
      .map(({ label, url, title }) => ({ title: title || label, url })),
    ...marked.filter(({ title }) => isName(title)),
  ];
}

function isSource({ label, url }: Definition): boolean {
  return number.test(label) && /^https?:\/\//i.test(url);
}

/** The text with its references to sources as `[1]`; those that only machines understand are left out. */
export function writeMarks(text: string): string {
  return text.replace(mark, (_, name: string) => {
    const label = name.trim();
    return isName(label) || /^\d{1,3}$/.test(label) ? ` [${label}]` : '';
  });
}

/** Whether people can read it: an ID isn't a name. */
function isName(label: string): boolean {
  return /\p{L}{3}/u.test(label) && !/^[\da-f-]{16,}$/i.test(label);
}
