import { knownLocale } from '../common/knownLocale.ts';
import { knownTimeZone } from '../common/knownTimeZone.ts';

export type Env = Readonly<Record<string, string | undefined>>;

interface Range {
  min: number;
  max: number;
  whole?: boolean;
}

/**
 * Reads settings one by one and collects what is wrong with them, so that one start names every bad setting. Where a
 * setting has two names the first one that is set wins; an empty value counts as not set.
 */
export interface Settings {
  readonly problems: readonly string[];
  problem(sentence: string): void;
  text(...names: string[]): string | undefined;
  /** What stands between commas, semicolons or white space; nothing where it is not set. */
  list(...names: string[]): string[];
  number(name: string, fallback: number, range: Range): number;
  flag(name: string, fallback: boolean): boolean;
  /** A BCP 47 tag that this runtime knows. */
  locale(name: string, fallback: string): string;
  /** An IANA name that this runtime knows. */
  timeZone(name: string, fallback: string): string;
  /** One of `values`, whatever its case; `synonyms` are accepted too. */
  choice<T extends string>(
    names: string | readonly string[],
    values: readonly T[],
    fallback: T,
    synonyms?: Readonly<Record<string, T>>,
  ): T;
}

const yes = ['true', '1', 'yes', 'on'];
const no = ['false', '0', 'no', 'off'];

export function readSettings(env: Env): Settings {
  const problems: string[] = [];
  const text = (...names: string[]) =>
    names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '');

  return {
    problems,
    text,
    problem: (sentence) => problems.push(sentence),
    list: (...names) => (text(...names) ?? '').split(/[\s,;]+/).filter((item) => item !== ''),
    number(name, fallback, { min, max, whole }) {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = Number(value);
      if (number >= min && number <= max && (!whole || Number.isInteger(number))) return number;
      problems.push(`${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`);
      return fallback;
    },
    flag(name, fallback) {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return fallback;
      if (yes.includes(value)) return true;
      if (!no.includes(value)) problems.push(`${name} must be true or false`);
      return false;
    },
    locale(name, fallback) {
      const value = text(name);
      const known = knownLocale(value);
      if (value !== undefined && known === undefined)
        problems.push(`${name} must be a language tag, such as en-US or de`);
      return known ?? fallback;
    },
    timeZone(name, fallback) {
      const value = text(name);
      const known = knownTimeZone(value);
      if (value !== undefined && known === undefined)
        problems.push(`${name} must be a time zone, such as Europe/Berlin or UTC`);
      return known ?? fallback;
    },
    choice(names, values, fallback, synonyms = {}) {
      const list = typeof names === 'string' ? [names] : names;
      const value = text(...list)?.toLowerCase();
      if (value === undefined) return fallback;
      const found = synonyms[value] ?? values.find((known) => known.toLowerCase() === value);
      if (found === undefined) problems.push(`${list[0]} must be one of ${values.join(', ')}`);
      return found ?? fallback;
    },
  };
}
