import { questionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { type SorryDeps, saySorry } from './saySorry.ts';

/** Far longer than a channel keeps redelivering an activity. */
const rememberedMs = 3_600_000;

/**
 * Does what a person asked for, once per activity. Teams redelivers after 15 s without a reply, even if the first
 * delivery is still running, and a command would run twice. If `act` fails in a way that makes the channel redeliver,
 * the redelivery acts. If the instance is killed meanwhile, nothing is done and the person has to ask again.
 *
 * A question doesn't need this: it is recognized by the id of its activity, and has a limit of its own.
 *
 * @param what for the log
 * @param occasion what tells this from anything else that the person does; an edit has the activity of its message
 */
export async function actOnce(
  place: Place,
  deps: Pick<BotDeps, 'handled' | 'allowances' | 'clock'> & SorryDeps,
  what: Record<string, string>,
  act: () => Promise<void>,
  occasion = place.activityId ?? '',
): Promise<void> {
  const { handled, clock, log } = deps;
  const id = questionIdOf(place, occasion);
  let isOurs = false;
  try {
    await saySorry(place, deps, what, async () => {
      const marked = await handled.insert({ id, expiresAt: clock.now() + rememberedMs });
      isOurs = marked !== undefined;
      if (!isOurs) log.info('activity.known', what);
      else if (await isWithinLimit(place, deps, occasion)) await act();
    });
  } catch (error) {
    if (isOurs) await handled.delete(id);
    throw error;
  }
}
