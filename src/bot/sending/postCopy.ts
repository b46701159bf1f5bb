import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import { retryOnConflict } from '../../questions/retryOnConflict.ts';
import type { BotDeps } from '../deps.ts';
import type { Outgoing } from '../ports.ts';

/** An answer that is shown more often is rated under its latest copies. */
const maxCopies = 10;

/** Shows an answer once more, and keeps where: Teams' own thumbs name an answer by the message that they are under. */
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
