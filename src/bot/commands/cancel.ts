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
    const count = cancelled.length;
    const asked = cancelled.filter(({ askingAt }) => askingAt !== undefined).length;
    const what = count === 1 ? 'question' : `${count} questions`;
    return {
      text:
        asked > 0
          ? `I’ve stopped waiting for your ${what}. Genie might still finish ${whichOnes(asked, count)} in the background. Your next question starts a new conversation.`
          : `Cancelled. Your ${what} hadn’t been sent to Genie yet.`,
    };
  },
};

/** Those of the cancelled questions that Genie already has. */
function whichOnes(asked: number, count: number): string {
  if (asked < count) return asked === 1 ? 'the one it already has' : `the ${asked} it already has`;
  return count === 1 ? 'it' : 'them';
}

const isTooLate = 'It’s too late to cancel. The answer is on its way.';

const nothingToCancel = 'There’s nothing to cancel. You have no questions in progress.';
