import type { Session } from '../session.ts';

const longest = 254;

/**
 * What stands before a question in Databricks: who asked it. That is the address; where the channel vouches for somebody
 * without one, the name. An address that nobody checked says so. `undefined` where nothing is known.
 */
export function askerLabel({ name, email, knownBy }: Session['user']): string | undefined {
  if (knownBy === 'self-declared') return email && `${clean(email)}, unverified`;
  return clean(email || name || '') || undefined;
}

/** The label ends at its bracket: what is inside must not end it. */
function clean(text: string): string {
  return text
    .replace(/[[\]\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
