import type { PeopleRules } from '../people.ts';
import type { Place } from '../questions/question.ts';

/** Which rule a person does not meet. */
export type PersonRefused = 'tenant' | 'user' | 'guest' | 'unknown';

/**
 * Why the person in a place may not talk to the bot, as far as an activity itself tells. Only Teams vouches for tenants
 * and people; who reaches the bot by Web Chat is for the page with the chat to say, unless people are listed by name.
 *
 * @param tenants all that the activity names: each must be allowed
 */
export function whyRefused(
  { channelId, user }: Place,
  tenants: readonly string[],
  rules: PeopleRules,
): Extract<PersonRefused, 'tenant' | 'user'> | undefined {
  if (channelId === 'msteams' && rules.tenants) {
    const areAllowed = tenants.every((id) => rules.tenants?.includes(id.toLowerCase()));
    if (tenants.length === 0 || !areAllowed) return 'tenant';
  }
  if (rules.users && !rules.users.includes(user.aadObjectId?.toLowerCase() ?? '')) return 'user';
  return undefined;
}
