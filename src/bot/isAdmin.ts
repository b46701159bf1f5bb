import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';
import { isSelfDeclared } from './isSelfDeclared.ts';
import { recognizePerson } from './recognizePerson.ts';

/** Whether the place's user is one of `ADMIN_USERS`, as Teams knows them. What people say of themselves does not count. */
export async function isAdmin(place: Place, deps: BotDeps): Promise<boolean> {
  const { adminUsers } = deps;
  if (isSelfDeclared(place) || adminUsers.length === 0) return false;
  const { aadObjectId } = place.user;
  if (aadObjectId && adminUsers.includes(aadObjectId.toLowerCase())) return true;
  const { email, knownBy } = await recognizePerson(place, deps);
  return knownBy === 'teams' && email !== undefined && adminUsers.includes(email.toLowerCase());
}
