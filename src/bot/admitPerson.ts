import type { Activity } from 'botbuilder';
import { changeSession } from '../questions/changeSession.ts';
import { sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';
import { recognizePerson } from './recognizePerson.ts';
import { type PersonRefused, whyRefused } from './whyRefused.ts';

/** Activities by which people want something; the rest only say what happened. */
const wishes = new Set(['message', 'messageUpdate', 'invoke']);

/**
 * Whether the person behind an activity may talk to the bot. One who may not is told so once, and each try is in the
 * log. Where the channel does not say who a person is, and guests are kept out, the person is kept out too.
 */
export async function admitPerson(
  activity: Activity,
  place: Place,
  deps: BotDeps,
): Promise<boolean> {
  const reason =
    whyRefused(place, tenantsOf(activity), deps.people) ??
    (await whyNoMember(activity, place, deps));
  if (reason === undefined) return true;
  const { type, channelId } = activity;
  deps.log.warn('person.refused', { reason, type, channelId, sessionId: sessionIdOf(place) });
  if (type === 'message') await tell(reason, place, deps);
  return false;
}

/** Teams names the tenant twice. */
function tenantsOf({ conversation, channelData }: Activity): string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
}

async function whyNoMember(
  { type, channelId }: Activity,
  place: Place,
  deps: BotDeps,
): Promise<PersonRefused | undefined> {
  if (deps.people.guests || channelId !== 'msteams' || !wishes.has(type)) return undefined;
  const { isGuest } = await recognizePerson(place, deps);
  if (isGuest === undefined) return 'unknown';
  return isGuest ? 'guest' : undefined;
}

async function tell(reason: PersonRefused, place: Place, deps: BotDeps): Promise<void> {
  if (reason === 'unknown') {
    await deps.channel.post(place, {
      text: 'I could not find out who you are. Please try again in a moment.',
    });
    return;
  }
  const { before } = await changeSession(place, deps, (session) =>
    session.toldRefusal ? session : { ...session, toldRefusal: true },
  );
  if (before.toldRefusal) return;
  await deps.channel.post(place, {
    text: `You may not use this bot. ${deps.adminContact} can say why, and change it.`,
  });
}
