import type { Session } from '../session.ts';

const longest = 254;

/**
 * Who asked, as it precedes a question in Databricks: the email address, or the name if the channel vouches for a
 * person without one. Unverified addresses are marked as such. `undefined` if we know nothing.
 */
export function askerLabel({ name, email, knownBy }: Session['user']): string | undefined {
  if (knownBy === 'self-declared') return email && `${clean(email)}, unverified`;
  return clean(email || name || '') || undefined;
}

/** Brackets inside would end the label early. */
function clean(text: string): string {
  return text
    .replace(/[[\]\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
