import { withoutAccents } from '../../common/withoutAccents.ts';
import { allPersonPhrases } from '../../texts/commandsOfAll.ts';

/** Longer than any way to type a code. */
const longest = 120;

/** Words that say that a code follows, and nothing else, in every language. */
const aboutCodes = new Set(allPersonPhrases.flatMap(({ code }) => code.map(withoutAccents)));

/** Those that follow one another without a space. */
const unspaced = [...aboutCodes].filter((word) => !/^\p{Script=Latin}/u.test(word));

/**
 * The six digits with which a sign-in ends where the page that shows them isn't bound to the chat; as people type them:
 * “123 456”, “My code is 123456.”, “コードは１２３４５６です”.
 */
export function readCode(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const typed = withoutAccents(text.normalize('NFKC').toLowerCase());
  const numbers = typed.match(/\d+/g) ?? [];
  const code = numbers.join('');
  const isInTwo = numbers.length === 2 && numbers.every(({ length }) => length === 3);
  if (!/^\d{6}$/.test(code) || (numbers.length > 1 && !isInTwo)) return undefined;
  // “a123456” is a name of something else.
  if (/(?<!\p{L})\p{Script=Latin}\d|\d\p{Script=Latin}(?!\p{L})/u.test(typed)) return undefined;
  const words = typed.match(/\p{Script=Latin}+/gu) ?? [];
  const runs = typed.match(/[^\P{L}\p{Script=Latin}]+/gu) ?? [];
  return words.every((word) => aboutCodes.has(word)) && runs.every(isUnspaced) ? code : undefined;
}

/** Whether a text without spaces consists of such words. */
function isUnspaced(run: string): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < run.length; at += 1) {
    if (!ends.has(at)) continue;
    for (const word of unspaced) if (run.startsWith(word, at)) ends.add(at + word.length);
  }
  return ends.has(run.length);
}
