import type { Log } from '../../common/log.ts';
import type { PeopleRules } from '../../config/people.ts';
import type { QuestionDeps } from '../../questions/deps.ts';
import { isChatDeleted } from '../../questions/isChatDeleted.ts';
import { channelOf, type Place, type Visitor, vouchesFor } from '../../questions/place.ts';
import { CourierError, type Owners, type VisitStore } from '../../questions/ports.ts';
import { visitorOf } from '../../questions/visitorOf.ts';
import { whyNoMember, whyRefused } from '../gate/personRules.ts';
import type { Channel } from '../ports.ts';

interface OwnersDeps extends Pick<QuestionDeps, 'chats' | 'deletions'> {
  visits: VisitStore;
  people: PeopleRules;
  channel: Pick<Channel, 'readProfile'>;
  log: Log;
}

type Why = Awaited<ReturnType<Owners['whyNot']>>;

/**
 * Looks whether people who subscribed are still there, and still have access to the bot: nobody writes when a
 * subscription is due, so no gate has looked. What can't be found out just now doesn't speak against anyone.
 */
export function createOwners(deps: OwnersDeps): Owners {
  const placeNow = async (place: Place) =>
    place.visitor ? placeOnPage(place, place.visitor, deps) : place;
  return {
    placeNow,
    async whyNot(asked) {
      const place = await placeNow(asked);
      const tenantId = (place.visitor ?? place.conversation).tenantId;
      if (whyRefused(place, tenantId ? [tenantId] : [], deps.people)) return 'access';
      return channelOf(place).isInPage ? whyNotOnPage(place, deps) : whyNotInTeams(place, deps);
    },
  };
}

async function whyNotOnPage(place: Place, deps: OwnersDeps): Promise<Why> {
  const { visitor } = place;
  // Another page's visitors can't subscribe: nobody vouches for them.
  if (visitor === undefined) return 'access';
  const chat = await deps.chats.get(visitor.chatId);
  if (chat === undefined || (await isChatDeleted(place, deps))) return 'gone';
  // On a laptop, nobody has to sign in.
  const refused = vouchesFor(place) && whyNoMember(visitor, undefined, deps.people);
  return refused ? 'access' : undefined;
}

/** The latest conversation that shows the chat, with what its visitor's latest sign-in says of them. */
async function placeOnPage(
  place: Place,
  { chatId }: Visitor,
  { chats, visits }: OwnersDeps,
): Promise<Place> {
  const chat = await chats.get(chatId);
  const visit = chat && (await visits.get(chat.value.conversationId))?.value;
  if (visit?.chatId !== chatId) return place;
  const { id, userId, user } = visit;
  return {
    ...place,
    conversation: { id },
    user: { id: userId, ...user },
    visitor: visitorOf(visit),
  };
}

async function whyNotInTeams(place: Place, deps: OwnersDeps): Promise<Why> {
  try {
    const profile = await deps.channel.readProfile(place);
    return profile && whyNoMember(profile, place.conversation.tenantId, deps.people) && 'access';
  } catch (error) {
    if (error instanceof CourierError && isAbsence(error)) return 'gone';
    deps.log.warn('owner.unread', { error });
    return undefined;
  }
}

/** The bot was blocked or removed, the conversation is over, or the person isn't in it: Teams has several codes for that. */
function isAbsence({ kind, message }: CourierError): boolean {
  return kind === 'refused' || message.includes('MemberNotFound');
}
