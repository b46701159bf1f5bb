import { trimInvisible } from '../common/trimInvisible.ts';
import { allSchedulePhrases } from '../texts/commandsOfAll.ts';
import type { Schedule } from './schedule.ts';
import { foldText } from './words/foldText.ts';
import { byLength, createLexicon, type Lexicon, standsAt } from './words/lexicon.ts';
import { readTokens } from './words/readTokens.ts';
import { type BadWhen, isMark, readWhen, type When } from './words/readWhen.ts';
import type { Token } from './words/token.ts';

/** What a person wants who types “subscribe …”. */
export type SubscribeWish =
  /** `timeZone`: the one they named. `text`: the question, as they typed it. */
  | { is: 'wish'; schedule: Schedule; timeZone?: string; text: string }
  /** It can't be had. `given`: what they typed of what is wrong, in at most 80 characters; empty for `no-question`. */
  | { is: 'bad'; why: BadWhen | 'no-question'; given: string };

/** Of what stands before the question. */
const longestWhen = 160;

const longestGiven = 80;

const lexicons = allSchedulePhrases.map(createLexicon);
const verbs = byLength(allSchedulePhrases.flatMap(({ subscribe }) => subscribe.map(foldText)));

/**
 * Reads `subscribe every weekday at 9:00: revenue by region`, in any language; `undefined` if a message isn't about
 * when: “subscribers by month” and “subscribe rate every month” are questions.
 */
export function parseSubscribe(text: string): SubscribeWish | undefined {
  const message = trimInvisible(text.normalize('NFC'));
  const said = withoutVerb(message);
  if (said === undefined) return undefined;
  const results = lexicons.map((lexicon) => readIn(said, lexicon));
  return (
    results.find((result) => result?.is === 'wish') ??
    results.find((result) => result !== undefined)
  );
}

/** What follows “subscribe”; `undefined` if a message doesn't begin with it. */
function withoutVerb(message: string): string | undefined {
  const start = foldText(message.slice(0, longestWhen));
  const from = start.search(/[^ /'.,!-]/);
  const verb = verbs.find((each) => from >= 0 && standsAt(start, each, from));
  return verb === undefined ? undefined : message.slice(from + verb.length);
}

function readIn(said: string, lexicon: Lexicon): SubscribeWish | undefined {
  const tokens = readTokens(said.slice(0, longestWhen), lexicon);
  const isWhole = said.length <= longestWhen;
  const given = (at: { from: number; to: number }) => clip(said.slice(at.from, at.to));
  const refuse = (when: When): SubscribeWish => {
    const { why, from, to } =
      when.is === 'bad' ? when : { why: 'no-question' as const, ...spanOf(tokens) };
    return { is: 'bad', why, given: given({ from, to }) };
  };

  const first = tokens.find(({ is }) => !isMark(is));
  if (!first || tokens[0]?.is === 'colon') return { is: 'bad', why: 'no-question', given: '' };
  if (isWhole) {
    const whole = readWhen(tokens, said);
    // Nothing else is said.
    if (whole.is === 'when' || tokens.every(({ is }) => is !== 'unknown')) return refuse(whole);
  }
  const strong = partsAt(tokens, ['colon', 'break']);
  const parts = strong.length > 0 ? strong : partsAt(tokens, ['comma', 'dash']);
  for (const at of parts.toReversed()) {
    const when = readWhen(tokens.slice(0, at), said);
    if (when.is === 'when') return wishOf(when, said.slice(tokens[at]?.to));
  }
  const head = strong[0] === undefined ? undefined : tokens.slice(0, strong[0]);
  if (head) return isAboutWhen(head) ? refuse(readWhen(head, said)) : undefined;
  const unparted = readUnparted(tokens, said);
  if (unparted) return unparted;
  return first.is === 'every' ? refuse(readWhen(tokens, said)) : undefined;
}

/** Reads “every monday at 9:00 revenue by region”: the longest time that something else follows. */
function readUnparted(tokens: readonly Token[], said: string): SubscribeWish | undefined {
  for (let end = tokens.length - 1; end > 1; end -= 1) {
    const next = tokens[end];
    // “9:5” isn't nine o'clock.
    if (next?.is === 'colon' || next?.is === 'dot') continue;
    const when = readWhen(tokens.slice(0, end), said);
    if (when.is === 'when') return wishOf(when, said.slice(next?.from));
  }
  return undefined;
}

function wishOf({ schedule, timeZone }: When & { is: 'when' }, rest: string): SubscribeWish {
  const text = unquote(rest);
  if (text === '') return { is: 'bad', why: 'no-question', given: '' };
  return { is: 'wish', schedule, ...(timeZone !== undefined && { timeZone }), text };
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
  const first = head.find(({ is }) => !isMark(is));
  if (!first) return true;
  const isKnown = head.every(({ is }) => is !== 'unknown');
  const isTimed = head.some(({ is }) => is === 'every' || is === 'at' || is === 'colon');
  return first.is !== 'unknown' && (isKnown || isTimed);
}

function spanOf(tokens: readonly Token[]) {
  return { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
}

/** A question without the quotation marks around it. */
function unquote(text: string): string {
  const bare = trimInvisible(text).replace(/^[:：,、–—-]/u, '');
  const question = trimInvisible(bare);
  const closing = pairs[question[0] ?? ''];
  const inside = question.slice(1, -1);
  const isQuoted =
    closing?.includes(question.at(-1) ?? ' ') &&
    [...closing].every((each) => !inside.includes(each));
  return isQuoted ? trimInvisible(inside) : question;
}

/** By the mark that opens: those that can close. */
const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '「': '」',
  '『': '』',
};

function clip(text: string): string {
  const line = trimInvisible(text).replace(/\s+/g, ' ');
  return line.length > longestGiven ? `${line.slice(0, longestGiven - 1)}…` : line;
}
