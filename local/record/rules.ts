import { maskText } from './maskText.ts';
import type { Placeholders } from './placeholders.ts';

/** What the rules need of the recording they are for. */
export interface Scope {
  placeholders: Placeholders;
  /** Told which field was left out or had an unknown word: its path, never its value. */
  onStrange(path: string): void;
}

/** Makes what is kept of a value; `undefined` leaves it out. */
export type Rule = (value: unknown, scope: Scope, path: string) => unknown;

/** More rows and items show nothing new. */
const mostItems = 50;

/** The fields on the list, each by its rule. Others are left out: only what is named can stay. */
export function fields(rules: Readonly<Record<string, Rule>>): Rule {
  return orMasked((value, scope, path) => {
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    const kept = Object.entries(value ?? {}).flatMap(([name, inner]) => {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (rule === undefined) scope.onStrange(`${path}.${name}`);
      const result = rule?.(inner, scope, `${path}.${name}`);
      return result === undefined ? [] : [[name, result]];
    });
    return Object.fromEntries(kept);
  });
}

/** The first items, each by the rule. */
export function list(rule: Rule): Rule {
  return orMasked((value, scope, path) =>
    Array.isArray(value)
      ? value.slice(0, mostItems).map((item) => rule(item, scope, `${path}[]`) ?? null)
      : undefined,
  );
}

/** One of the words of a protocol. */
export function oneOf(words: readonly string[] | ReadonlySet<string>): Rule {
  const known = new Set(words);
  return ofText((text, scope, path) => {
    if (text === '' || known.has(text)) return text;
    scope.onStrange(path);
    return maskText(text);
  });
}

/** What rule a text gets. */
export function ofText(make: (text: string, scope: Scope, path: string) => string): Rule {
  return orMasked((value, scope, path) =>
    typeof value === 'string' ? make(value, scope, path) : undefined,
  );
}

/** The same whatever it was. */
export const always = (text: string): Rule => ofText((value) => (value === '' ? '' : text));

export const text = ofText(maskText);

/** A text, or a number, that names something. */
export const id: Rule = (value, scope, path) =>
  typeof value === 'number'
    ? scope.placeholders.number(value)
    : ofText((name) => scope.placeholders.id(name))(value, scope, path);

export const label = ofText((name, { placeholders }) => placeholders.label(name));

/** A switch says nothing about people or data. */
export const flag: Rule = (value, scope, path) =>
  typeof value === 'boolean' ? value : mask(value, scope, path);

const mostCounted = 10_000;

/** How many there are of something, be it as a text: shapes depend on it. Larger numbers could be anything. */
export const count: Rule = (value, scope, path) => {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    return mask(value, scope, path);
  }
  const kept = Math.min(number, mostCounted + 1);
  return typeof value === 'string' ? String(kept) : kept;
};

/** Noon of a day that stands for all. */
const moment = Date.UTC(2026, 0, 2, 12);

/** Seconds or milliseconds since 1970, whichever it was. */
export const timestamp: Rule = (value, scope, path) => {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d{1,19}$/.test(value))) {
    return mask(value, scope, path);
  }
  const number = Number(value);
  const kept = number <= 0 ? 0 : number < 1e12 ? moment / 1000 : moment;
  return typeof value === 'string' ? String(kept) : kept;
};

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/;

/** ISO 8601, as exact as it was. */
export const time = ofText((written) => {
  const [whole, fraction = '', zone = ''] = isoTime.exec(written) ?? [];
  if (whole === undefined) return maskText(written);
  const digits = fraction.replaceAll(/\d/g, '0');
  return `2026-01-02T12:00:00${digits}${zone === '' || zone === 'Z' ? zone : '+01:00'}`;
});

/** A value of a kind that isn't expected there. Types stay, since parsers depend on them. */
export const mask: Rule = (value, scope, path) => {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return scope.placeholders.number(value);
  if (Array.isArray(value)) {
    return value.slice(0, mostItems).map((item) => mask(item, scope, `${path}[]`));
  }
  if (typeof value !== 'object') return undefined;
  if (Object.keys(value).length > 0) scope.onStrange(path);
  return {};
};

/** Falls back to `mask` where the rule makes nothing of a value. */
function orMasked(rule: Rule): Rule {
  return (value, scope, path) =>
    value === null || value === undefined
      ? value
      : (rule(value, scope, path) ?? mask(value, scope, path));
}
