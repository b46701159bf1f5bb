import { isEntity, isMadeOfEntities, isNamedAlone } from './entityWords.ts';
import { nameWords } from './nameWords.ts';
import { mayEndInKey, splitWord } from './splitWord.ts';
import { type Period, type Role, roleOf } from './wordRoles.ts';

/**
 * What a column's name says about its numbers.
 * - `identifier`, `amount`: whatever the numbers are
 * - a period, if the numbers can be its own. `likely`: its word stands last, so a `year` might also be the 2nd, or 24.
 *   `open`: they must be it. `unlikely`: the name is that of an amount, so they must be nothing else
 * - `maybe-identifier`: if the numbers look like keys
 * - `unknown`: nothing
 */
export type NameMeaning =
  | 'identifier'
  | 'amount'
  | 'maybe-identifier'
  | 'unknown'
  | { period: Period; chance: PeriodChance };

export type PeriodChance = 'likely' | 'open' | 'unlikely';

interface Word {
  text: string;
  role: Role | undefined;
}

/** Reads the meaning of a column's name from its words, most of all from the last. */
export function nameMeaning(name: string): NameMeaning {
  return meaningOf(wordsOf(name));
}

/** The period that a name mentions, whatever else it says. */
export function namedPeriod(name: string): Period | undefined {
  return wordsOf(name)
    .map(({ role }) => toPeriod(role))
    .find((period) => period !== undefined);
}

/** Unity Catalog's limit. What is longer is no name but an expression. */
const longestName = 255;

function wordsOf(name: string): Word[] {
  if (name.length > longestName) return [];
  return nameWords(name)
    .flatMap(splitWord)
    .map((text) => ({ text, role: roleOf(text) }));
}

function meaningOf(words: readonly Word[]): NameMeaning {
  const head = headOf(words);
  if (head) {
    const [first, ...others] = head;
    if (first?.role === 'number' && others.length === 0) return countedOrNumbered(words);
    const meaning = meaningOf(head);
    if (meaning !== 'unknown' && meaning !== 'maybe-identifier') return meaning;
  }
  return readKey(words) ?? readAmount(words) ?? readPeriod(words) ?? readRest(words);
}

/** `hour of day` is an hour: what stands before `of`. */
function headOf(words: readonly Word[]): readonly Word[] | undefined {
  const at = words.findIndex(({ role }) => role === 'of');
  return at > 0 && at < words.length - 1 ? words.slice(0, at) : undefined;
}

/** `numero_de_pedidos` counts, `numero_de_pedido` names one. English always counts. */
function countedOrNumbered(words: readonly Word[]): NameMeaning {
  const last = words.at(-1)?.text ?? '';
  const isEnglish = words.some(({ text }) => text === 'of');
  return !isEnglish && isEntity(last) ? 'identifier' : 'amount';
}

function readKey(words: readonly Word[]): NameMeaning | undefined {
  const has = (role: Role) => words.some((word) => word.role === role);
  const [first, second] = words;
  const last = words.at(-1);
  if (has('count') || has('relation')) return undefined;
  if (last?.role === 'key' || last?.role === 'end-key' || last?.role === 'first-key')
    return 'identifier';
  if (last?.role === 'number' && words.length > 1)
    return countsThings(words.at(-2), last) ? 'amount' : 'identifier';
  if (has('measure') || has('when')) return undefined;
  if (has('key') || first?.role === 'first-key') return 'identifier';
  if (first?.role === 'number' && second && isNumbered(first.text, second)) return 'identifier';
  return first?.text === 'code' && second && isMadeOfEntities(second.text)
    ? 'identifier'
    : undefined;
}

/** `orders_number`; a Kunden-Nr. is one customer's all the same. */
function countsThings(before: Word | undefined, { text }: Word): boolean {
  return (
    before?.role === 'measure' && /^(?:number|no|num)$/.test(text) && before.text.endsWith('s')
  );
}

const romanceThing = /^(?:client|factur|command|fattur|fatur|pedid|cuent|compt)[aeo]$/;

/** `numero_cliente` and `num_factura`, but not `numero_clientes`, nor `num_order`, which is English and counts. */
function isNumbered(number: string, { text, role }: Word): boolean {
  if (/^(?:numer|nummer|cislo|номер|numara)$/.test(number)) return true;
  if (/^(?:numero|nro|nr)$/.test(number)) return role !== 'measure' && !/[si]$/.test(text);
  return /^(?:num|no)$/.test(number) && romanceThing.test(text);
}

function readAmount(words: readonly Word[]): NameMeaning | undefined {
  const has = (role: Role) => words.some((word) => word.role === role);
  const last = words.at(-1)?.role;
  const before = words.at(-2)?.role;
  if (has('count') || has('relation')) return 'amount';
  // `last_order_year` is a year, `last_year` what there was in it.
  if (has('when') && (last !== 'year' || before === 'when')) return 'amount';
  if (!has('measure')) return undefined;
  const period = toPeriod(last);
  return period ? { period, chance: 'unlikely' } : 'amount';
}

function readPeriod(words: readonly Word[]): NameMeaning | undefined {
  const last = toPeriod(words.at(-1)?.role);
  if (last) return { period: last, chance: 'likely' };
  const first = toPeriod(words[0]?.role);
  const period = first ?? (words.some(({ role }) => role === 'year') ? 'year' : undefined);
  return period && { period, chance: 'open' };
}

function readRest(words: readonly Word[]): NameMeaning {
  const last = words.at(-1);
  const isLike = last?.role === 'number' || mayEndInKey(last?.text ?? '');
  return isLike || isNamedAlone(last?.text ?? '') ? 'maybe-identifier' : 'unknown';
}

const periods: ReadonlySet<Role | undefined> = new Set<Role>([
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'date',
]);

function toPeriod(role: Role | undefined): Period | undefined {
  return periods.has(role) ? (role as Period) : undefined;
}
