import { questionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { saySorry } from './saySorry.ts';

/** Far longer than a channel delivers an activity again. */
const rememberedMs = 3_600_000;

/**
 * Does what somebody asked for, once for an activity: Teams delivers it again after 15 s without an answer, while the
 * first delivery is still at work, and would have a command done twice. Where what is thrown has the channel deliver
 * again, that delivery acts. An instance that is killed meanwhile takes the wish with it: the person asks again.
 *
 * A question needs none of this: it is known by the id of its activity.
 *
 * @param what for the log
 */
export async function actOnce(
  place: Place,
  deps: Pick<BotDeps, 'handled' | 'clock' | 'channel' | 'log' | 'adminContact'>,
  what: Record<string, string>,
  act: () => Promise<void>,
): Promise<void> {
  const { handled, clock, log } = deps;
  const id = questionIdOf(place, place.activityId ?? '');
  let isOurs = false;
  try {
    await saySorry(place, deps, what, async () => {
      const marked = await handled.insert({ id, expiresAt: clock.now() + rememberedMs });
      isOurs = marked !== undefined;
      if (isOurs) await act();
      else log.info('activity.known', what);
    });
  } catch (error) {
    if (isOurs) await handled.delete(id);
    throw error;
  }
}
