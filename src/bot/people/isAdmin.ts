import { sharedPlaceIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { isSelfDeclared } from '../place.ts';
import { recognizePerson } from './recognizePerson.ts';

/**
 * Whether the place's user is one of `ADMIN_USERS`, according to Teams or our page's sign-in. What people say about
 * themselves doesn't count, nor does the email address of a guest or of another tenant's member.
 */
export async function isAdmin(place: Place, deps: BotDeps): Promise<boolean> {
  const { adminUsers, people } = deps;
  if (isSelfDeclared(place) || adminUsers.length === 0) return false;
  const { aadObjectId } = place.user;
  if (aadObjectId && adminUsers.includes(aadObjectId.toLowerCase())) return true;
  const { email, knownBy, isGuest, tenantId } = await recognizePerson(place, deps);
  const isMember =
    people.emailTenant === '*' ||
    (isGuest === false && tenantId !== undefined && tenantId.toLowerCase() === people.emailTenant);
  const isKnown = knownBy !== 'self-declared' && isMember && email !== undefined;
  return isKnown && adminUsers.includes(email.toLowerCase());
}

/** Whether the place's user can choose the space for a whole channel. */
export async function mayShareSpace(place: Place, deps: BotDeps): Promise<boolean> {
  return sharedPlaceIdOf(place) !== undefined && (await isAdmin(place, deps));
}
