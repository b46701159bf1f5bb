import type { PeopleRules } from '../../config/people.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import type { Session } from '../../questions/session.ts';

/**
 * Why somebody in Teams may not talk to the bot, as far as their profile tells. An activity names the tenant that hosts
 * its conversation: in shared channels and federated chats people of other tenants write there too, which only their
 * own tenant shows. Who is not known to meet a rule does not meet it.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/shared-channels
 *
 * @param hostTenant of the conversation, where the activity names it
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
 * Why the person in a place may not talk to the bot, as far as an activity itself tells. Only Teams vouches for tenants
 * and people; who reaches the bot by Web Chat is for the page with the chat to say, unless people are listed by name.
 *
 * @param tenants all that the activity names: each must be allowed
 */
export function whyRefused(
  place: Place,
  tenants: readonly string[],
  rules: PeopleRules,
): Extract<PersonRefused, 'tenant' | 'user'> | undefined {
  if (channelOf(place).vouchesForPeople && rules.tenants) {
    const areAllowed = tenants.every((id) => rules.tenants?.includes(id.toLowerCase()));
    if (tenants.length === 0 || !areAllowed) return 'tenant';
  }
  const objectId = place.user.aadObjectId?.toLowerCase() ?? '';
  return rules.users && !rules.users.includes(objectId) ? 'user' : undefined;
}
