import { lastAnsweredIn, noAnswerYet } from '../messages/lastAnsweredIn.ts';
import { ratingMessage } from '../messages/ratingMessage.ts';
import type { Command } from './command.ts';

export const feedback: Command = {
  name: 'feedback',
  sayings: ['give feedback', 'rate'],
  help: 'rate your last answer',
  async reply(place, deps) {
    const question = await lastAnsweredIn(place, deps);
    return question ? ratingMessage(question, deps) : noAnswerYet;
  },
};
