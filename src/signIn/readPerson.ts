import { createHash } from 'node:crypto';
import { AppError } from '../common/errors.ts';
import { type Place, vouchesFor } from '../questions/place.ts';
import { readClaims } from './readClaims.ts';

/** As whom a token lets a place's user ask. */
export interface Person {
  /** Tells people apart without naming them. */
  key: string;
  /** For the person themselves. */
  name?: string;
}

/**
 * Whose token it is. Teams says who its user is, and the token must be theirs: in the pop-up, people can sign in with any
 * account. Elsewhere the token alone says who they are.
 *
 * @throws AppError `sign-in-mismatch` for another person's, or one that doesn't say whose it is
 */
export function readPerson(token: string, place: Place): Person {
  const { oid, tid = '', upn, name } = readClaims(token);
  const { aadObjectId } = place.user;
  if (vouchesFor(place) && (!oid || oid !== aadObjectId?.trim().toLowerCase())) {
    throw new AppError('sign-in-mismatch', 'The token isn’t that of the person who writes');
  }
  const parts = oid ? [tid, oid] : [place.channelId, place.user.id];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const shown = name ?? upn;
  return { key, ...(shown && { name: shown }) };
}
