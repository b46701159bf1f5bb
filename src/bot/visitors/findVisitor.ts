import { BoundedMap } from '../../common/boundedMap.ts';
import type { Clock } from '../../common/clock.ts';
import type { Visit } from '../../questions/chat.ts';
import { isPageUserId } from '../../questions/pageUserId.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import type { VisitStore } from '../../questions/ports.ts';
import { visitorOf } from '../../questions/visitorOf.ts';

/**
 * Tells who writes in a place, if that's a conversation that our own page opened.
 *
 * @param type of the activity that came from there
 */
export type FindVisitor = (place: Place, type: string) => Promise<Found>;

export interface Found {
  place: Place;
  /** It was their conversation, but they have to open the page again before it counts. */
  isOver: boolean;
}

/** More conversations than one instance sees within the time that it remembers them. */
const mostVisits = 2_000;

/** What a later sign-in says of a person is known here after this time. */
const visitKeptMs = 5 * 60_000;

/** Far longer than any conversation's ID in a page. */
const longestId = 200;

/**
 * Makes what recognizes the visitors of our page. A visit that isn't there is looked for each time: it's written just
 * before the first activity comes.
 *
 * @param visits absent: there is no page, or it's off
 */
export function createFindVisitor(visits: VisitStore | undefined, clock: Clock): FindVisitor {
  const known = new BoundedMap<string, { visit: Visit; readAt: number }>(mostVisits);

  async function readVisit(id: string): Promise<Visit | undefined> {
    const now = clock.now();
    const kept = known.get(id);
    const isFresh = kept && kept.readAt > now - visitKeptMs && kept.visit.countsUntil > now;
    if (isFresh) return kept.visit;
    const visit = id.length <= longestId ? (await visits?.get(id))?.value : undefined;
    if (visit) known.set(id, { visit, readAt: now });
    return visit;
  }

  return async (place, type) => {
    if (!channelOf(place).isInPage) return { place, isOver: false };
    const visit = await readVisit(place.conversation.id);
    // That a conversation begins, Direct Line says itself. Whatever ID it says it with, what it's answered is the
    // visitor's to read.
    const isVisitors = visit?.userId === place.user.id || type === 'conversationUpdate';
    if (visit === undefined || !isVisitors) return { place: asStranger(place), isOver: false };
    return { place: asVisitor(place, visit), isOver: visit.countsUntil <= clock.now() };
  };
}

function asVisitor(place: Place, visit: Visit): Place {
  const { userId, user } = visit;
  return { ...place, user: { id: userId, ...user }, visitor: visitorOf(visit) };
}

/** Who only claims to be a visitor must not meet the sign-in that the token service keeps under their ID. */
function asStranger(place: Place): Place {
  const { id } = place.user;
  return isPageUserId(id) ? { ...place, user: { ...place.user, id: `stranger:${id}` } } : place;
}
