import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { writeCount } from '../../cards/parts/write.ts';
import { clearLine } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { isAdmin } from '../people/isAdmin.ts';

/** Takes a person's questions out of the queue, for an admin. */
export async function submitClearLine(
  { person }: Extract<CardSubmit, { action: 'clear-line' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, log } = deps;
  if (!(await isAdmin(place, deps))) {
    await channel.post(place, { text: 'Only admins of this bot can change that.' });
    return;
  }
  const count = await clearLine(person, deps);
  log.warn('line.cleared', { person, count, user: place.user.aadObjectId });
  await channel.post(place, { text: `Removed from the queue: ${writeCount(count)}.` });
}
