import { sessionIdOf } from '../../questions/ids.ts';
import { type Place, vouchesFor } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { recognizePerson } from '../people/recognizePerson.ts';
import { readerOf } from '../readerOf.ts';
import { type PersonRefused, whyNoMember, whyRefused } from './personRules.ts';

/** Activities with which people want something; the others only say what happened. */
const wishes = new Set(['message', 'messageUpdate', 'invoke']);

/**
 * Whether the person behind an activity has access to the bot. If not, they are told once, and each try is logged. If
 * there are rules and the channel doesn't say who the person is, they have no access either.
 */
export async function admitPerson(
  activity: Activity,
  place: Place,
  deps: BotDeps,
): Promise<boolean> {
  const tenants = tenantsOf(activity, place);
  const reason =
    whyRefused(place, tenants, deps.people) ??
    (asksProfile(activity, place, deps)
      ? whyNoMember(await recognizePerson(place, deps), tenants[0], deps.people)
      : undefined);
  if (reason === undefined) return true;
  const { type, channelId } = activity;
  deps.log.warn('person.refused', { reason, type, channelId, sessionId: sessionIdOf(place) });
  if (type === 'message') await tell(reason, place, deps);
  return false;
}

/** Teams names the tenant twice. Who has signed in to our page is of the tenant that they signed in to. */
function tenantsOf({ conversation, channelData }: Activity, { visitor }: Place): string[] {
  if (visitor) return visitor.tenantId ? [visitor.tenantId] : [];
  return [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
}

/** Whether there is a rule that needs the person's profile. */
function asksProfile({ type }: Activity, place: Place, { people }: BotDeps): boolean {
  const hasRule = !people.guests || people.tenants !== undefined;
  return hasRule && vouchesFor(place) && wishes.has(type);
}

async function tell(reason: PersonRefused, place: Place, deps: BotDeps): Promise<void> {
  if (!(await isWithinLimit(place, deps))) return;
  const { people } = readerOf(place, deps).texts;
  if (reason === 'unknown') {
    await deps.channel.post(place, {
      text: people.unknown,
    });
    return;
  }
  const { before } = await changeSession(place, deps, (session) =>
    session.toldRefusal ? session : { ...session, toldRefusal: true },
  );
  if (before.toldRefusal) return;
  await deps.channel.post(place, {
    text: people.noAccess({ contact: deps.adminContact }),
  });
}
