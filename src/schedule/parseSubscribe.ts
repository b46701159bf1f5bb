import { trimInvisible } from '../common/trimInvisible.ts';
import { allSchedulePhrases } from '../texts/commandsOfAll.ts';
import { foldText } from './words/foldText.ts';
import { byLength, createLexicon, standsAt } from './words/lexicon.ts';
import { readTokens } from './words/readTokens.ts';
import { readWish } from './words/readWish.ts';
import { readWishAtEnd } from './words/readWishAtEnd.ts';
import type { SubscribeWish } from './words/subscribeWish.ts';
import type { Token } from './words/token.ts';

/** The longest verb has fewer, with some punctuation before it. */
const longestStart = 60;

/** Of what stands before the question. */
const longestWhen = 160;

const lexicons = allSchedulePhrases.map(createLexicon);
const verbs = byLength(allSchedulePhrases.flatMap(({ subscribe }) => subscribe.map(foldText)));

/**
 * Reads `subscribe every weekday at 9:00: revenue by region`, in any language; `undefined` if a message isn't about
 * when: “subscribers by month” and “subscribe rate every month” are questions.
 */
export function parseSubscribe(text: string): SubscribeWish | undefined {
  const said = withoutVerb(trimInvisible(text.normalize('NFC')));
  if (said === undefined) return undefined;
  const found = bestOf(inLanguages(said).map((tokens) => readWish(tokens, said)));
  if (found) return found;
  const atEnd = bestOf(lexicons.map((lexicon) => readWishAtEnd(said, lexicon)));
  if (atEnd) return atEnd;
  // “subscribe: revenue by region”
  const isWish = /^\s*[:：]/.test(said);
  return isWish ? { is: 'bad', why: 'no-question', given: '' } : undefined;
}

/** What follows “subscribe”; `undefined` if a message doesn't begin with it. */
function withoutVerb(message: string): string | undefined {
  const start = foldText(message.slice(0, longestStart));
  const from = start.search(/[^ /'.,!-]/);
  const verb = verbs.find((each) => from >= 0 && standsAt(start, each, from));
  return verb === undefined ? undefined : message.slice(from + verb.length);
}

/** What a message begins with, as each language reads it: first the one that knows most of its words. */
function inLanguages(said: string): Token[][] {
  const start = said.slice(0, longestWhen);
  return lexicons
    .map((lexicon) => readTokens(start, lexicon))
    .map((tokens) => ({ tokens, unknown: tokens.filter(({ is }) => is === 'unknown').length }))
    .sort((one, other) => one.unknown - other.unknown)
    .map(({ tokens }) => tokens);
}

function bestOf(results: readonly (SubscribeWish | undefined)[]): SubscribeWish | undefined {
  const found = results.filter((result) => result !== undefined);
  return found.find(({ is }) => is === 'wish') ?? found[0];
}
