import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import { retryOnConflict } from '../../questions/retryOnConflict.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';

/** If an answer is shown more often than this, only its latest copies can be rated. */
const maxCopies = 10;

/** Shows an answer again, and saves where: Teams' own thumbs identify an answer by the message they are under. */
export async function postCopy(
  { id }: Question,
  message: Outgoing,
  place: Place,
  { channel, questions, clock }: Pick<BotDeps, 'channel' | 'questions' | 'clock'>,
): Promise<void> {
  const activityId = await channel.post(place, message);
  await retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined) return;
    const { copyActivityIds = [] } = current.value;
    const copies = [...copyActivityIds, activityId].slice(-maxCopies);
    const written = await questions.replace(current, { ...current.value, copyActivityIds: copies });
    return written ? undefined : 'conflict';
  });
}
