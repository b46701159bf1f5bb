import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Command } from './command.ts';

/** Stops waiting for what the place's user has asked, and says what became of it. */
export const cancel: Command = {
  name: 'cancel',
  sayings: ['stop', 'abort'],
  help: 'stops waiting for an answer',
  async reply(place, deps) {
    const { cancelled, tooLate } = await cancelQuestions(place, deps);
    if (cancelled.length === 0) return { text: tooLate > 0 ? isTooLate : nothingToCancel };
    const what = cancelled.length === 1 ? 'your question' : `your ${cancelled.length} questions`;
    const isAsked = cancelled.some(({ askingAt }) => askingAt !== undefined);
    return {
      text: isAsked
        ? `I no longer wait for ${what}. Genie may still finish it by itself; your next question starts a new conversation.`
        : `I have not asked Genie ${what}, and will not.`,
    };
  },
};

const isTooLate = 'It is too late to cancel: the answer is on its way.';

const nothingToCancel = 'There is nothing to cancel: no question of yours is waiting.';
