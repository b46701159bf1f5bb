import type { Activity } from 'botbuilder';
import type { CardChannel } from '../cards/parts/outgoingMessage.ts';
import type { Place } from '../questions/place.ts';

/** Where an activity came from; `undefined` where it lacks what an answer needs. */
export function placeOf(activity: Partial<Activity>): Place | undefined {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  if (!channelId || !serviceUrl || !conversation?.id || !from?.id || !recipient?.id)
    return undefined;
  // In Web Chat the page writes all of this, and could write anybody's object id.
  const isTeams = channelId === 'msteams';
  const teamId: string | undefined = activity.channelData?.team?.id;
  return {
    channelId,
    serviceUrl,
    conversation: pick(conversation, ['id', 'conversationType', 'tenantId', 'isGroup']),
    user: pick(from, isTeams ? ['id', 'name', 'aadObjectId'] : ['id', 'name']),
    ...(isTeams && teamId && { teamId }),
    bot: pick(recipient, ['id', 'name']),
    ...(activity.id && { activityId: activity.id }),
    ...(activity.locale && { locale: activity.locale }),
    ...(activity.localTimezone && { timeZone: activity.localTimezone }),
  };
}

/** A copy of some properties, without those that are not set. */
function pick<T extends object, K extends keyof T>(source: T, keys: readonly K[]) {
  const entries = keys.map((key) => [key, source[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as {
    [Key in K]: NonNullable<T[Key]>;
  };
}

/** Web Chat and Direct Line answer 405 to an update. */
export function canUpdate({ channelId }: Place): boolean {
  return channelId === 'msteams';
}

/**
 * Whether the message that a click names may be put in another's place, where the bot has kept no list of what it showed
 * whom. The person's client names it: in a group it could name somebody else's answer.
 */
export function canUpdateClicked(place: Place): boolean {
  return canUpdate(place) && place.conversation.conversationType === 'personal';
}

/** Which dialect of Adaptive Cards a place shows. */
export function cardChannelOf({ channelId }: Place): CardChannel {
  return channelId === 'msteams' ? 'teams' : 'webchat';
}

/** Whether nobody but the people themselves says who they are in a place. */
export function isSelfDeclared({ channelId }: Place): boolean {
  return channelId !== 'msteams';
}
