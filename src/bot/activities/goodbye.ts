import type { Place } from '../../questions/place.ts';
import { changeSession } from '../../questions/sessions/changeSession.ts';
import { forgetPerson } from '../../questions/sessions/forgetPerson.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';
import { welcomedIn } from './welcomedIn.ts';

/** Forgets a person who removes the bot; if they add it again, they are welcomed again. An upgrade is no removal. */
export async function goodbye({ action }: Activity, place: Place, deps: BotDeps): Promise<void> {
  if (action !== 'remove') return;
  await forgetPerson(place, deps);
  await changeSession(welcomedIn(place), deps, (session) => ({ ...session, welcomed: false }));
}
