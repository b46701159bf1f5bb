import { personIdOf, questionIdOf } from '../../questions/ids.ts';
import { spend } from '../../questions/pace/spendAllowance.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

/**
 * Clicks, commands and whatever else is no question, of one person in a minute. Each is answered, and can read a whole
 * result from Genie, or run its SQL again.
 */
const actionsPerMinute = 30;

/**
 * Whether a person can have one more thing done now, besides questions. If not, they are told, once a minute.
 *
 * @param occasion the same for a redelivery
 */
export async function isWithinLimit(
  place: Place,
  deps: Pick<BotDeps, 'allowances' | 'clock' | 'channel' | 'log'> & ReadingSettings,
  occasion = place.activityId ?? '',
): Promise<boolean> {
  const id = `${personIdOf(place)}-actions`;
  const useId = questionIdOf(place, occasion);
  const use = await spend({ id, useId, perMinute: actionsPerMinute }, deps);
  if (use === 'refused') {
    deps.log.warn('actions.limited', { channel: place.channelId });
    await deps.channel.post(place, { text: readerOf(place, deps).texts.people.tooOften });
  }
  return use === 'allowed';
}
