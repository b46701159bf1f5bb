import type { Place } from '../../questions/place.ts';
import type { Profile } from '../ports.ts';

/**
 * The conversations to search for the place's user, in order. A channel thread has no members of its own: they are the
 * team's, as in the SDK's `TeamsInfo`, and in a shared channel also the channel's.
 */
export function rostersOf({ teamId, conversation }: Place): [string, string?] {
  const [channelId = ''] = conversation.id.split(';messageid=');
  return teamId === undefined || teamId === channelId ? [channelId] : [teamId, channelId];
}

/**
 * Reads a member as Teams returns it, with more fields than the SDK's type; a guest may have neither an email address
 * nor a user principal name.
 *
 * @returns `undefined` if it is anyone but the place's user: we don't use other people's data
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
 * `guest` is another organization's account in this tenant, `anonymous` a person in a meeting without an account. Entra
 * also marks guests in their user principal name. Without either field, we can't tell.
 * https://learn.microsoft.com/javascript/api/botbuilder/teamschannelaccount
 */
function isGuest(userRole: unknown, userPrincipalName: unknown): boolean | undefined {
  if (!userRole && !userPrincipalName) return undefined;
  const role = String(userRole ?? '').toLowerCase();
  return ['guest', 'anonymous'].includes(role) || String(userPrincipalName).includes('#EXT#');
}
