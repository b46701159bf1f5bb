import type { Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { readerOf } from '../readerOf.ts';

/** Tells who has had our page open for long that their sign-in no longer counts here, if they want something. */
export async function askToReload(
  { type }: Pick<Activity, 'type'>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  if (type !== 'message' || !(await isWithinLimit(place, deps))) return;
  await deps.channel.post(place, { text: readerOf(place, deps).texts.people.reloadPage });
}
