import { cancelQuestions } from '../../questions/life/cancelQuestions.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

/** Stops waiting for the questions of the place's user, and says what happens to them. */
export const cancel: Command = {
  name: 'cancel',
  async reply(place, deps) {
    const { cancelled, tooLate } = await cancelQuestions(place, deps);
    const words = readerOf(place, deps).texts.conversations.cancel;
    const questions = cancelled.length;
    if (questions === 0) return { text: tooLate > 0 ? words.tooLate : words.nothing };
    const asked = cancelled.filter(({ askingAt }) => askingAt !== undefined).length;
    if (asked === 0) return { text: words.notSent({ questions }) };
    if (asked === questions) return { text: words.sent({ questions }) };
    return { text: words.someSent({ questions, asked }) };
  },
};
