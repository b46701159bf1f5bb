import type { CardSubmit } from '../cards/cardSubmit.ts';
import { codeOf } from '../errors.ts';
import { newErrorId, sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import { rateAnswer } from '../questions/rateAnswer.ts';
import type { BotDeps } from './deps.ts';

/** Sends a thumb to Genie, and says truthfully what became of it. */
export async function submitRating(
  { answer, rating }: Extract<CardSubmit, { action: 'rate' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, log } = deps;
  try {
    const rated = { answerKey: answer, rating, sessionId: sessionIdOf(place) };
    const outcome = await rateAnswer(rated, deps);
    await channel.post(place, { text: outcome === 'rated' ? thanks(deps) : notYours });
  } catch (error) {
    const errorId = newErrorId();
    log.error('rating.failed', { errorId, code: codeOf(error), error });
    await channel.post(place, {
      text: `Your rating did not reach Genie. Please try again in a moment. (Error id ${errorId})`,
    });
  }
}

const notYours = 'This answer cannot be rated here: only who asked may rate it, for a while.';

function thanks({ genieFeedback }: BotDeps): string {
  return genieFeedback ? 'Thank you. Genie has your rating.' : 'Thank you. Your rating is kept.';
}
