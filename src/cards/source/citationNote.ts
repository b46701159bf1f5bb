import type { Answer, Citation } from '../../answers/answer.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';

/** In the small print of a card. */
const mostOnCard = 4;
const maxTitleLength = 80;
const maxHostLength = 60;

/** What an answer cites, for its small print: each source once, by its title and where it is. No address is a link. */
export function citationNote(
  { citations = [] }: Pick<Answer, 'citations'>,
  { texts }: Pick<Reader, 'texts'>,
  most = mostOnCard,
): string[] {
  const named = new Map<string, string>();
  for (const each of citations) {
    const [key, name] = [keyOf(each), nameOf(each)];
    if (name !== '' && !named.has(key)) named.set(key, name);
  }
  // Two pages with one title and one host can't be told apart here.
  const names = [...new Set(named.values())];
  if (names.length === 0) return [];
  const more = Math.max(0, names.length - most);
  return [texts.provenance.cited({ sources: names.slice(0, most), more })];
}

/** The same page, whatever its titles; without an address, the same title. */
function keyOf({ title, url }: Citation): string {
  return url === undefined
    ? `title ${title.trim().toLowerCase()}`
    : (url.trim().split('#', 1)[0] ?? '');
}

function nameOf({ title, url = '' }: Citation): string {
  const host = clipLine(URL.parse(url)?.host ?? '', maxHostLength);
  const name = clipLine(title, maxTitleLength);
  // A title that is an address, or none, says no more than the host.
  const isAddress = name === '' || /^(?:https?:|www\.)/i.test(name);
  if (host === '' || name === host) return name;
  return isAddress ? host : `${name} (${host})`;
}
