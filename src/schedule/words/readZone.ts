import { BoundedMap } from '../../common/boundedMap.ts';
import { knownTimeZone } from '../../common/knownTimeZone.ts';

/** Whose clocks are the same wherever people say so; “EST” and “CST” aren't. */
const abbreviations: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  cet: 'CET',
  mez: 'CET',
  eet: 'EET',
  wet: 'WET',
  jst: 'Asia/Tokyo',
};

const spelledOut: Readonly<Record<string, string>> = {
  北京时间: 'Asia/Shanghai',
  日本時間: 'Asia/Tokyo',
};

const offset = /(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?![\d\p{L}])/uy;
const word = /[a-z][a-z0-9_+-]{0,40}(?:\/[a-z0-9_+-]{1,40}){0,2}/y;
const more = /( [a-z_]{1,20})?( [a-z_]{1,20})?/y;

/**
 * The time zone that stands at a place, by its name: `Europe/Berlin`, `UTC`, `UTC+2`. `name` is absent if it only looks
 * like one. Cities alone are read by `zoneOfCity`.
 */
export function readZone(
  text: string,
  folded: string,
  from: number,
): { name: string | undefined; to: number } | undefined {
  const spelled = Object.keys(spelledOut).find((name) => folded.startsWith(name, from));
  if (spelled) return { name: spelledOut[spelled], to: from + spelled.length };
  offset.lastIndex = from;
  const shifted = offset.exec(folded);
  if (shifted) return { name: offsetZone(shifted), to: offset.lastIndex };
  word.lastIndex = from;
  const [found] = word.exec(folded) ?? [];
  if (found === undefined) return undefined;
  const to = from + found.length;
  if (!found.includes('/')) {
    const name = Object.hasOwn(abbreviations, found) ? abbreviations[found] : undefined;
    return name === undefined ? undefined : { name, to };
  }
  return spacedZone(text, folded, from, to) ?? { name: nameOf(text.slice(from, to)), to };
}

/** “America/New York”, “America/Port of Spain”. */
function spacedZone(text: string, folded: string, from: number, to: number) {
  more.lastIndex = to;
  const [, one = '', two = ''] = more.exec(folded) ?? [];
  return [to + one.length + two.length, to + one.length]
    .map((end) => ({ name: nameOf(text.slice(from, end)), to: end }))
    .find((zone) => zone.name !== undefined);
}

/** The zone as people know it: this runtime has old names for some, such as `Asia/Calcutta`. */
function nameOf(typed: string): string | undefined {
  const name = typed.normalize('NFKC').replaceAll(' ', '_');
  const known = zoneNamed(name);
  if (known === undefined) return undefined;
  const isOwn = known.toLowerCase() === name.toLowerCase() || !/^[A-Z]/.test(name);
  return isOwn ? known : name;
}

/** Each language asks for the same words, and the runtime takes its time for what it doesn't know. */
const asked = new BoundedMap<string, string | false>(200);

function zoneNamed(name: string): string | undefined {
  const found = asked.get(name) ?? knownTimeZone(name) ?? false;
  asked.set(name, found);
  return found || undefined;
}

function offsetZone([, sign, hours = '', minutes = '00']: readonly (string | undefined)[]) {
  return knownTimeZone(`${sign}${hours.padStart(2, '0')}:${minutes}`);
}

/** By city: `berlin` to `Europe/Berlin`. Those of which there are two are left out. */
let cities: ReadonlyMap<string, string> | undefined;

/** The time zone of a city or a country, if there is one of that name. */
export function zoneOfCity(words: string): string | undefined {
  if (words.length > longestCity) return undefined;
  const key = words.trim().replaceAll(' ', '_');
  cities ??= citiesOf(Intl.supportedValuesOf('timeZone'));
  // The runtime knows “PST” and “IST” as well, but not which of them is meant.
  const isWord = /^[a-z_]{4,}$/.test(key);
  return cities.get(key) ?? (isWord ? zoneNamed(key) : undefined);
}

const longestCity = 30;

function citiesOf(zones: readonly string[]): ReadonlyMap<string, string> {
  const named = Map.groupBy(zones, (zone) => zone.split('/').at(-1)?.toLowerCase() ?? '');
  return new Map(
    [...named].flatMap(([city, [zone, other]]) => (zone && !other ? [[city, zone]] : [])),
  );
}
