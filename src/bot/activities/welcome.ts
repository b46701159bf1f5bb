import { welcomeCard } from '../../cards/talk/welcomeCard.ts';
import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { describeSpaceOf } from '../messages/describeSpaceOf.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { cardChannelOf } from '../place.ts';

/** Welcomes people when the bot is added to a place, or Web Chat is opened: once, even if the channel repeats it. */
export async function welcome(activity: Activity, place: Place, deps: BotDeps): Promise<void> {
  const isAdded = activity.membersAdded?.some(({ id }) => id === place.bot.id) ?? false;
  if (!isAdded || !(await isWithinLimit(place, deps))) return;
  const { before } = await changeSession(place, deps, (session) =>
    session.welcomed ? session : { ...session, welcomed: true },
  );
  if (before.welcomed) return;
  const { space, sampleQuestions } = await describeSpaceOf(place, deps);
  const message = welcomeCard({
    channel: cardChannelOf(place),
    sampleQuestions,
    ...(space && { spaceTitle: space.title }),
    demo: deps.isDemo,
  });
  await deps.channel.post(place, message);
}
