import type { Place } from '../../questions/place.ts';
import type { Profile } from '../ports.ts';

/**
 * The conversations whose members the place's user is looked for among, one after the other. A thread of a channel has
 * no members of its own: they are the team's, as the SDK's `TeamsInfo` has it, and in a shared channel also the
 * channel's.
 */
export function rostersOf({ teamId, conversation }: Place): [string, string?] {
  const channelId = conversation.id.replace(/;messageid=.*$/, '');
  return teamId === undefined || teamId === channelId ? [channelId] : [teamId, channelId];
}

/**
 * Reads a member as Teams answers it, which adds fields to the SDK's type; a guest may have neither e-mail nor user
 * principal name.
 *
 * @returns `undefined` where it is anybody but the place's user: nothing is taken of others
 */
export function toProfile(member: object, { user }: Place): Profile | undefined {
  const { id, aadObjectId, name, email, userPrincipalName, tenantId, userRole } = member as Record<
    string,
    unknown
  >;
  const isUser = id === user.id || (aadObjectId !== undefined && aadObjectId === user.aadObjectId);
  if (!isUser) return undefined;
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const parts = {
    name,
    email: [email, userPrincipalName].find(isText),
    tenantId,
  };
  const guest = isGuest(userRole, userPrincipalName);
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => isText(value))),
    ...(guest !== undefined && { isGuest: guest }),
  };
}

/**
 * `guest` is an account of another organization in this tenant, `anonymous` somebody in a meeting without one. Entra
 * marks guests in their user principal name too. Without either, nothing is known.
 * https://learn.microsoft.com/javascript/api/botbuilder/teamschannelaccount
 */
function isGuest(userRole: unknown, userPrincipalName: unknown): boolean | undefined {
  if (!userRole && !userPrincipalName) return undefined;
  const role = String(userRole ?? '').toLowerCase();
  return ['guest', 'anonymous'].includes(role) || String(userPrincipalName).includes('#EXT#');
}
