import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';

/** Stops waiting for what the place's user has asked, and says what became of it. */
export async function cancel(place: Place, deps: BotDeps): Promise<string> {
  const { cancelled, tooLate } = await cancelQuestions(place, deps);
  if (cancelled.length === 0) {
    return tooLate > 0
      ? 'It is too late to cancel: the answer is on its way.'
      : 'There is nothing to cancel: no question of yours is waiting.';
  }
  const what = cancelled.length === 1 ? 'your question' : `your ${cancelled.length} questions`;
  const isAsked = cancelled.some(({ askingAt }) => askingAt !== undefined);
  return isAsked
    ? `I no longer wait for ${what}. Genie may still finish it by itself; your next question starts a new conversation.`
    : `I have not asked Genie ${what}, and will not.`;
}
