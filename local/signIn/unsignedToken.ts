import { claimsFor, type TokenTimes } from './claimsFor.ts';
import type { Person } from './people.ts';

/** A token in the shape of Entra's, for a made-up person. Its signature is a word. */
export function unsignedToken(person: Person, times: TokenTimes, audience?: string): string {
  const claims = claimsFor(person, times, audience);
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(claims)}.unsigned`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
