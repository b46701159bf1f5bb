import { listAnsweredIn } from '../../questions/answered/listAnsweredIn.ts';
import { endStates, type Question } from '../../questions/question.ts';
import { lastAnsweredIn, noAnswerYet } from '../messages/lastAnsweredIn.ts';
import { readAgain } from '../messages/readAgain.ts';
import { onlyInOwnChat, staysPrivate } from '../messages/staysPrivate.ts';
import { showAgain } from '../sending/showAgain.ts';
import type { Command } from './command.ts';

/** Shows the last answer again. One that is about to come isn't shown before it does: it would be there twice. */
export const show: Command = {
  name: 'show',
  sayings: ['show answer', 'show the answer', 'show my answer', 'show the answer again'],
  help: 'show your last answer again',
  async reply(place, deps) {
    const all = await listAnsweredIn(place, deps);
    if (all.some(isComing)) return { text: coming };
    const question = await lastAnsweredIn(place, deps);
    if (question === undefined) return noAnswerYet;
    if (staysPrivate(question, place)) return { text: onlyInOwnChat };
    await showAgain(question, await readAgain(question, deps), place, deps);
    return undefined;
  },
};

/** An overdue one might never come. */
function isComing({ state }: Question): boolean {
  return !endStates.has(state) && state !== 'overdue';
}

const coming = 'I’m on it. You’ll get your answer as soon as it’s ready.';
