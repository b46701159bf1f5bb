import { clipGiven } from './clipGiven.ts';
import { isMark, readWhen, type When } from './readWhen.ts';
import type { SubscribeWish } from './subscribeWish.ts';
import type { Token } from './token.ts';
import { unquote } from './unquote.ts';

/** Seven days, a time and a zone have fewer. */
const mostTokens = 30;

/**
 * Reads what follows “subscribe” in one language; `undefined` if it doesn't begin with a time.
 *
 * @param all the tokens that it begins with
 */
export function readWish(all: readonly Token[], said: string): SubscribeWish | undefined {
  const start = all.findIndex(({ is }) => !isMark(is));
  const [first] = all.slice(start);
  if (start < 0 || !first) return refuse('no-question', '');
  const tokens = all.slice(start);
  return (
    refuseAlone(tokens, said) ??
    readParted(tokens, said) ??
    readUnparted(tokens, said) ??
    (first.is === 'every' ? refuseUnparted(tokens, said) : undefined)
  );
}

function refuse(why: 'no-question', given: string): SubscribeWish {
  return { is: 'bad', why, given };
}

function refuseWhen(tokens: readonly Token[], said: string): SubscribeWish {
  const when = readWhen(tokens, said);
  if (when.is === 'bad') return { is: 'bad', why: when.why, given: given(when, said) };
  const [from = 0, to] = [tokens[0]?.from, tokens.at(-1)?.to];
  return refuse('no-question', given({ from, to: to ?? from }, said));
}

function given({ from, to }: { from: number; to: number }, said: string): string {
  return clipGiven(said.slice(from, to));
}

/** Nothing but a time is said. */
function refuseAlone(tokens: readonly Token[], said: string): SubscribeWish | undefined {
  const isWhole = said.slice(tokens.at(-1)?.to).trim() === '';
  if (!isWhole) return undefined;
  const isKnown = tokens.every(({ is }) => is !== 'unknown');
  return isKnown || readWhen(tokens, said).is === 'when' ? refuseWhen(tokens, said) : undefined;
}

/** Reads what has a colon or a line's end after the time, or at least a comma or a dash. */
function readParted(tokens: readonly Token[], said: string): SubscribeWish | undefined {
  const strong = partsAt(tokens, ['colon', 'break']);
  const parts = strong.length > 0 ? strong : partsAt(tokens, ['comma', 'dash']);
  for (const at of parts.filter((each) => each <= mostTokens).toReversed()) {
    const when = readWhen(tokens.slice(0, at), said);
    if (when.is === 'when') return wishOf(when, said.slice(tokens[at]?.to));
  }
  const head = tokens.slice(0, strong[0] ?? 0);
  return isAboutWhen(head) ? refuseWhen(head, said) : undefined;
}

/** Where a time can end: at a mark that isn't within a time, such as the colon of 9:00. */
function partsAt(tokens: readonly Token[], marks: readonly Token['is'][]): number[] {
  return [...tokens.keys()].filter((at) => {
    const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!mark || !marks.includes(mark.is)) return false;
    const isBetweenNumbers = before?.is === 'number' && after?.is === 'number';
    return !(isBetweenNumbers && mark.from === before.to && after.from === mark.to);
  });
}

/** Whether what stands before a colon is about a time, so that it can be refused. */
function isAboutWhen(head: readonly Token[]): boolean {
  const [first] = head;
  if (!first || first.is === 'unknown') return false;
  const isKnown = head.every(({ is }) => is !== 'unknown');
  return isKnown || head.some(({ is }) => is === 'every' || is === 'at' || is === 'colon');
}

/** Reads “every monday at 9:00 revenue by region”: the longest time that something else follows. */
function readUnparted(tokens: readonly Token[], said: string): SubscribeWish | undefined {
  if (partsAt(tokens, ['colon', 'break']).length > 0) return undefined;
  for (let end = Math.min(tokens.length - 1, mostTokens); end > 1; end -= 1) {
    const next = tokens[end];
    // “9:00 and 17:00” isn't one time, and “9:5” isn't nine o'clock.
    if (!next || next.is === 'and' || isMark(next.is) || isWithinTime(tokens, end)) continue;
    const when = readWhen(tokens.slice(0, end), said);
    if (when.is !== 'when') continue;
    if (next.is === 'zone') return { is: 'bad', why: 'zone', given: given(next, said) };
    // “Subscribe me every day at 9:00 to revenue by region.”
    const rest = said.slice(next.is === 'to' ? next.to : next.from);
    return wishOf(when, rest.replace(/^[^\p{L}\p{N}"“„«「『'‘(]+/u, ''));
  }
  return undefined;
}

/** Says what is wrong with the time itself, if that is clear. */
function refuseUnparted(tokens: readonly Token[], said: string): SubscribeWish {
  const end = tokens.findIndex(({ is }) => is === 'unknown');
  const refused = refuseWhen(tokens.slice(0, end), said);
  return refused.is === 'bad' && refused.why === 'day' ? refused : refuseWhen(tokens, said);
}

/** Whether what is before a token ends with a mark that belongs to it: the colon of 9:00. */
function isWithinTime(tokens: readonly Token[], at: number): boolean {
  const [mark, next] = [tokens[at - 1], tokens[at]];
  return next?.is === 'number' && mark?.to === next.from && isMark(mark.is);
}

function wishOf({ schedule, timeZone }: When & { is: 'when' }, rest: string): SubscribeWish {
  const text = unquote(rest);
  if (text === '') return refuse('no-question', '');
  return { is: 'wish', schedule, ...(timeZone !== undefined && { timeZone }), text };
}
