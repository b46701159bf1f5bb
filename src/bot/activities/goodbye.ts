import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';

/** Forgets whoever removes the bot, and greets them when they bring it back. An upgrade removes nothing. */
export async function goodbye({ action }: Activity, place: Place, deps: BotDeps): Promise<void> {
  if (action !== 'remove') return;
  await forgetPerson(place, deps);
  await changeSession(place, deps, (session) => ({ ...session, welcomed: false }));
}
