import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { ratingMessage } from '../messages/ratingMessage.ts';
import { readerOf } from '../readerOf.ts';
import type { Command } from './command.ts';

export const feedback: Command = {
  name: 'feedback',
  async reply(place, deps) {
    const question = await lastAnsweredIn(place, deps);
    if (question) return ratingMessage(question, deps);
    return { text: readerOf(place, deps).texts.lastAnswer.none };
  },
};
