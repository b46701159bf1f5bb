import { decodeEntities } from '../../common/decodeEntities.ts';
import type { Piece } from './piece.ts';
import type { Mentions } from './readMentions.ts';
import { replaceMentions } from './replaceMentions.ts';

const tags = /<(\/?)at(?![\w-])[^<>]*>/gi;

/** In UTF-16 units: the longest name, with each of its characters escaped. */
const longestInside = 2_000;

/** Splits a text at its mentions. Those of others become their names; those that nobody explains, too. */
export function* splitMentions(text: string, mentions: Mentions): Generator<Piece> {
  let from = 0;
  let opening: { start: number; end: number } | undefined;
  for (const { 0: tag, 1: slash, index } of text.matchAll(tags)) {
    const end = index + tag.length;
    if (slash === '') {
      opening = { start: index, end };
      continue;
    }
    if (opening !== undefined && index - opening.end <= longestInside) {
      yield* replaceMentions(text.slice(from, opening.start), mentions.unmarked);
      yield nameOf(text.slice(opening.end, index), mentions);
      from = end;
    }
    opening = undefined;
  }
  yield* replaceMentions(text.slice(from), mentions.unmarked);
}

function nameOf(inside: string, mentions: Mentions): Piece {
  const mentioned = mentions.next(inside);
  return mentioned?.isBot ? undefined : (mentioned?.name ?? decodeEntities(inside));
}
