import { type Place, vouchesFor } from './place.ts';
import type { Question } from './question.ts';
import type { Session } from './session.ts';

const longest = 254;

/**
 * Who asked, as the audit trail names them: their address; for a person without one whom the channel or our page's
 * sign-in vouches for, the name.
 * An address that nobody checked says so. `undefined` where nothing is known.
 */
export function askerLabel({ name, email, knownBy }: Session['user']): string | undefined {
  if (knownBy === 'self-declared') return email && `${clean(email)}, unverified`;
  // People choose their names: one that is an address must not pass for one.
  return clean(email || (name ?? '').normalize('NFKC').replaceAll('@', ' at ')) || undefined;
}

/**
 * What stands before a question in Databricks. There is always something, so that the first bracket is the bot's: what
 * a person writes in brackets can't pass for it.
 *
 * @param asker what `askerLabel` says
 */
export function bracketFor(asker: string | undefined, place: Place): string {
  const unknown = vouchesFor(place) ? 'unknown' : `${place.channelId}, unverified`;
  return `[${asker ?? unknown}] `;
}

/** What the asker wrote, of what Genie was sent for a question. */
export function wordsIn(
  content: string,
  { asker, place }: Pick<Question, 'asker' | 'place'>,
): string {
  const bracket = bracketFor(asker, place);
  return content.startsWith(bracket) ? content.slice(bracket.length) : content;
}

/** The label ends at its bracket: what is inside must not end it. */
function clean(text: string): string {
  return text
    .replace(/[[\]\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
