import type { PeopleRules } from '../../config/people.ts';
import { type Place, vouchesFor } from '../../questions/place.ts';
import type { Session } from '../../questions/session.ts';

/**
 * Why a person in Teams has no access to the bot, judging by their profile. An activity names the tenant that hosts its
 * conversation. In shared channels and federated chats, people from other tenants take part too, and only their own
 * tenant shows that. A person who isn't known to meet a rule doesn't meet it.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/shared-channels
 *
 * @param hostTenant the conversation's tenant, if the activity names it
 */
export function whyNoMember(
  { tenantId, isGuest }: Pick<Session['user'], 'tenantId' | 'isGuest'>,
  hostTenant: string | undefined,
  { tenants, guests }: PeopleRules,
): Exclude<PersonRefused, 'user'> | undefined {
  const tenant = tenantId?.toLowerCase();
  if (isGuest && !guests) return 'guest';
  if (tenants && tenant === undefined) return 'unknown';
  if (tenants && tenant && !tenants.includes(tenant)) return 'tenant';
  if (guests) return undefined;
  if (isGuest === undefined) return 'unknown';
  return tenant && hostTenant && tenant !== hostTenant.toLowerCase() ? 'guest' : undefined;
}

/** Which rule a person does not meet. */
export type PersonRefused = 'tenant' | 'user' | 'guest' | 'unknown';

/**
 * Why a person has no access to the bot, judging by the activity itself. Only Teams, and the sign-in to our own page,
 * vouch for tenants and people. In Web Chat elsewhere, the page with the chat decides who gets in, unless people are
 * listed by name.
 *
 * @param tenants all tenants that are named: each must be allowed
 */
export function whyRefused(
  place: Place,
  tenants: readonly string[],
  rules: PeopleRules,
): Extract<PersonRefused, 'tenant' | 'user'> | undefined {
  if (vouchesFor(place) && rules.tenants) {
    const areAllowed = tenants.every((id) => rules.tenants?.includes(id.toLowerCase()));
    if (tenants.length === 0 || !areAllowed) return 'tenant';
  }
  const objectId = place.user.aadObjectId?.toLowerCase() ?? '';
  return rules.users && !rules.users.includes(objectId) ? 'user' : undefined;
}

/** Why a person who has signed in to the chat page has no access to it: as `whyRefused` and `whyNoMember`. */
export function whyVisitorRefused(
  { objectId, ...person }: Pick<Session['user'], 'tenantId' | 'isGuest'> & { objectId: string },
  rules: PeopleRules,
): PersonRefused | undefined {
  if (rules.users && !rules.users.includes(objectId.toLowerCase())) return 'user';
  return whyNoMember(person, undefined, rules);
}
