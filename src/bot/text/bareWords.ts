import { withoutAccents } from '../../common/withoutAccents.ts';

/** More than the longest command has, in UTF-16 units, with some punctuation around it. */
const longestCommand = 64;

/** Zero-width marks, and those that say which way text runs: keyboards and clipboards leave them. */
const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;

/** A slash before a command, a full stop of any script after it, quotes around it. */
const punctuationBefore = /^[\s\p{P}`´^~<>]+/u;
const punctuationAfter = /(?<![\s\p{P}`´^~<>])[\s\p{P}`´^~<>]+$/u;

/** Phones write the one, keyboards the other. */
const apostrophes = /[’‘ʼ]/g;

/** What a Turkish keyboard makes of `i`: without its dot in lower case, or with one of its own from upper case. */
const turkishI = /ı|i\u0307/g;

/**
 * A text in the form that commands are compared in: lower case, single spaces, no punctuation around it. A longer one is
 * no command, and becomes an empty text.
 */
export function bareWords(text: string): string {
  if (text.length > longestCommand) return '';
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(turkishI, 'i')
    .replace(punctuationBefore, '')
    .replace(punctuationAfter, '')
    .replace(/\s+/gu, ' ');
}

/** The forms in which a saying can be typed: as it's written, and without the accents that phones leave out. */
export function formsOf(saying: string): string[] {
  const bare = bareWords(saying);
  return [bare, withoutAccents(bare)];
}
