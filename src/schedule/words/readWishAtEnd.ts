import { trimInvisible } from '../../common/trimInvisible.ts';
import { clipGiven } from './clipGiven.ts';
import type { Lexicon } from './lexicon.ts';
import { readTokens } from './readTokens.ts';
import { readWhen } from './readWhen.ts';
import type { SubscribeWish } from './subscribeWish.ts';
import type { Token } from './token.ts';
import { unquote } from './unquote.ts';

/** Of the time at the end. */
const longestWhen = 100;
const mostTokens = 24;

/** What says that it comes again; “at 9:00 on Monday” alone could be what is asked about. */
const repeats: ReadonlySet<Token['is']> = new Set(['every', 'daily', 'week', 'month']);

/** Reads “subscribe to revenue by region every weekday at 9:00” in one language, from behind “subscribe”. */
export function readWishAtEnd(said: string, lexicon: Lexicon): SubscribeWish | undefined {
  const from = Math.max(0, said.length - longestWhen);
  const end = said.slice(from);
  const tokens = readTokens(end, lexicon);
  const last = tokens.findLastIndex(({ is }) => repeats.has(is));
  if (last < 1 || !tokens.some(({ is }) => is === 'number')) return undefined;
  const starts = [...tokens.keys()].slice(1, last + 1).slice(-mostTokens);
  const whens = starts.map((start) => ({ start, when: readWhen(tokens.slice(start), end) }));
  for (const { start, when } of whens) {
    if (when.is !== 'when') continue;
    const text = unquote(withoutMark(said.slice(0, from + (tokens[start]?.from ?? 0))));
    if (text === '') continue;
    const { schedule, timeZone } = when;
    return { is: 'wish', schedule, ...(timeZone !== undefined && { timeZone }), text };
  }
  const bad = whens.at(-1)?.when;
  return bad?.is === 'bad' && bad.why !== 'when'
    ? { is: 'bad', why: bad.why, given: clipGiven(end.slice(bad.from, bad.to)) }
    : undefined;
}

/** “revenue by region, every weekday at 9:00” */
function withoutMark(text: string): string {
  return trimInvisible(text).replace(/[:：,、–—-]$/, '');
}
