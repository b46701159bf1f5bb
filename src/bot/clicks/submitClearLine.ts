import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { clearLine } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { isAdmin } from '../people/isAdmin.ts';
import { readerOf } from '../readerOf.ts';

/** Takes a person's questions out of the queue, for an admin. */
export async function submitClearLine(
  { person }: Extract<CardSubmit, { action: 'clear-line' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, log } = deps;
  const { texts } = readerOf(place, deps);
  if (!(await isAdmin(place, deps))) {
    await channel.post(place, { text: texts.firstSteps.adminsOnly.change });
    return;
  }
  const questions = await clearLine(person, deps);
  log.warn('line.cleared', { person, count: questions, user: place.user.aadObjectId });
  await channel.post(place, { text: texts.status.cleared({ questions }) });
}
