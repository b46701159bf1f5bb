import { withoutAccents } from '../../common/withoutAccents.ts';
import { allCommandTexts, allPersonPhrases } from '../../texts/commandsOfAll.ts';
import type { PersonPhrases } from '../../texts/personPhrases.ts';

/**
 * A text in the form that phrases are compared in: lower case, without accents, with one kind of apostrophe. Each of its
 * characters stands where it was.
 */
export function folded(text: string): string {
  return text
    .replace(/[’‘ʼ]/g, "'")
    .split('')
    .map((unit) => {
      const bare = withoutAccents(unit.toLowerCase());
      return bare.length === 1 ? bare : unit;
    })
    .join('');
}

/** The phrases of all languages, the longest first: “my email is” ends with “email is”. */
function phrasesOf(kind: keyof PersonPhrases, more: readonly string[] = []): readonly string[] {
  const all = [...allPersonPhrases.flatMap((phrases) => phrases[kind]), ...more];
  return [...new Set(all.map(folded))].sort((one, other) => other.length - one.length);
}

export const greetings = phrasesOf('greetings');
export const nameIs = phrasesOf('nameIs');
export const nameEnds = phrasesOf('nameEnds');
export const and = phrasesOf('and');
export const ends = phrasesOf('ends');

/** The command itself, too: “set email ada@example.com”. */
export const emailIs = phrasesOf(
  'emailIs',
  Object.values(allCommandTexts).flatMap(({ email }) => [email.name, ...email.sayings]),
);

const latin = /^\p{Script=Latin}$/u;
const isWithinWord = (one: string | undefined, other: string | undefined) =>
  latin.test(one ?? '') && latin.test(other ?? '');

/** How long the phrase is that a text begins with; 0 if it's none of them. */
export function lengthAtStart(text: string, phrases: readonly string[]): number {
  const words = folded(text);
  const isWhole = ({ length }: string) => !isWithinWord(words[length - 1], words[length]);
  return phrases.find((each) => words.startsWith(each) && isWhole(each))?.length ?? 0;
}

/** The same for its end. */
export function lengthAtEnd(text: string, phrases: readonly string[]): number {
  const words = folded(text);
  const isWhole = ({ length }: string) =>
    !isWithinWord(words[words.length - length - 1], words[words.length - length]);
  return phrases.find((each) => words.endsWith(each) && isWhole(each))?.length ?? 0;
}
