import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import type { Command } from './command.ts';

/** Stops waiting for the questions of the place's user, and says what happens to them. */
export const cancel: Command = {
  name: 'cancel',
  sayings: ['stop', 'abort'],
  help: 'stop waiting for an answer',
  async reply(place, deps) {
    const { cancelled, tooLate } = await cancelQuestions(place, deps);
    if (cancelled.length === 0) return { text: tooLate > 0 ? isTooLate : nothingToCancel };
    const isOne = cancelled.length === 1;
    const what = isOne ? 'question' : `${cancelled.length} questions`;
    const isAsked = cancelled.some(({ askingAt }) => askingAt !== undefined);
    return {
      text: isAsked
        ? `I’ve stopped waiting for your ${what}. Genie might still finish ${isOne ? 'it' : 'them'} in the background. Your next question starts a new conversation.`
        : `Cancelled. Your ${what} hadn’t been sent to Genie yet.`,
    };
  },
};

const isTooLate = 'It’s too late to cancel. The answer is on its way.';

const nothingToCancel = 'There’s nothing to cancel. You have no questions in progress.';
