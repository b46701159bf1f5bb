import type { PeopleRules } from '../people.ts';
import type { Session } from '../questions/question.ts';
import type { PersonRefused } from './whyRefused.ts';

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
