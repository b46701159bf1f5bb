import { trimInvisible } from '../common/trimInvisible.ts';
import { allSchedulePhrases } from '../texts/commandsOfAll.ts';
import { foldText } from './words/foldText.ts';
import { byLength, createLexicon, type Lexicon, standsAt } from './words/lexicon.ts';
import { readTokens } from './words/readTokens.ts';
import { readWish } from './words/readWish.ts';
import { readWishAtEnd } from './words/readWishAtEnd.ts';
import type { SubscribeWish } from './words/subscribeWish.ts';
import type { Token } from './words/token.ts';
import { unquote } from './words/unquote.ts';

/** The longest verb has fewer, with some punctuation before it. */
const longestStart = 60;

/** Of what stands before the question. */
const longestWhen = 160;

/** Some words are the same in several: Spanish and Portuguese, English and whatever else names a zone. */
const mostLanguages = 3;

/** Made for the first message that begins with a verb: it would take part of each start. */
let lexicons: readonly Lexicon[] | undefined;
const allLexicons = () => (lexicons ??= allSchedulePhrases.map(createLexicon));

const verbsFor = (kind: 'subscribe' | 'subscribeMe') =>
  allSchedulePhrases.flatMap((phrases) => phrases[kind].map(foldText));
const clearVerbs: ReadonlySet<string> = new Set(verbsFor('subscribeMe'));
const verbs = byLength([...clearVerbs, ...verbsFor('subscribe')]);

/**
 * Reads `subscribe every weekday at 9:00: revenue by region`, in any language; `undefined` if a message isn't about
 * when: “subscribers by month” and “subscribe rate every month” are questions.
 */
export function parseSubscribe(text: string): SubscribeWish | undefined {
  const message = trimInvisible(text.normalize('NFC'));
  const { verb, end } = findVerb(message) ?? {};
  if (verb === undefined) return undefined;
  const said = unquote(message.slice(end));
  const found = bestOf(inLanguages(said).map((tokens) => readWish(tokens, said)));
  if (found) return found;
  const atEnd = bestOf(allLexicons().map((lexicon) => readWishAtEnd(said, lexicon)));
  if (atEnd) return atEnd;
  // “subscribe: revenue by region”
  const isWish = clearVerbs.has(verb) || /^[:：]/.test(said);
  return isWish ? { is: 'bad', why: 'no-question', given: '' } : undefined;
}

/** The “subscribe” that a message begins with. */
function findVerb(message: string): { verb: string; end: number } | undefined {
  const start = foldText(message.slice(0, longestStart));
  const from = start.search(/[^ /'.,!-]/);
  const verb = verbs.find((each) => from >= 0 && standsAt(start, each, from));
  return verb === undefined ? undefined : { verb, end: from + verb.length };
}

/** What a message begins with, as each language reads it: first the one that knows its words the longest. */
function inLanguages(said: string): Token[][] {
  const start = said.slice(0, longestWhen);
  return allLexicons()
    .map((lexicon) => readTokens(start, lexicon))
    .map((tokens) => ({ tokens, known: lengthOfKnown(tokens) }))
    .sort((one, other) => other.known - one.known)
    .slice(0, mostLanguages)
    .map(({ tokens }) => tokens);
}

function lengthOfKnown(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ is }) => is === 'unknown');
  return end < 0 ? tokens.length : end;
}

function bestOf(results: readonly (SubscribeWish | undefined)[]): SubscribeWish | undefined {
  const found = results.filter((result) => result !== undefined);
  return found.find(({ is }) => is === 'wish') ?? found[0];
}
