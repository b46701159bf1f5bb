import { welcomeCard } from '../../cards/talk/welcomeCard.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { mentionIn } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { welcomedIn } from './welcomedIn.ts';

/**
 * Welcomes people when the bot is added to a place, or Web Chat is opened. Teams says that the bot was added in one
 * activity or in two, in any order, and perhaps repeats them: people are welcomed once.
 */
export async function welcome(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  if (!isAdded(activity, place) || !(await isWithinLimit(place, deps))) return;
  const { before } = await changeSession(welcomedIn(place), deps, (session) =>
    session.welcomed ? session : { ...session, welcomed: true },
  );
  if (before.welcomed) return;
  const { space, sampleQuestions } = await describeSpaceOf(place, deps);
  const ofEndpoint = isEndpoint(space?.id);
  const message = welcomeCard({
    ...readerOf(place, deps),
    sampleQuestions,
    ...(space && { spaceTitle: space.title, isEndpoint: ofEndpoint }),
    ...mentionIn(place),
    ...(deps.signIn && !ofEndpoint && { identity: { mode: 'person' as const } }),
    demo: deps.isDemo,
  });
  await deps.channel.post(place, message);
}

function isAdded({ type, action, membersAdded = [] }: Activity, { bot }: Place): boolean {
  return type === 'installationUpdate'
    ? action === 'add'
    : membersAdded.some(({ id }) => id === bot.id);
}
