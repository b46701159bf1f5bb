import { listAnsweredIn } from '../../questions/answered/listAnsweredIn.ts';
import { endStates, type Question } from '../../questions/question.ts';
import { lastAnsweredIn } from '../messages/lastAnsweredIn.ts';
import { readAgain } from '../messages/readAgain.ts';
import { staysPrivate } from '../messages/staysPrivate.ts';
import { readerOf } from '../readerOf.ts';
import { showAgain } from '../sending/showAgain.ts';
import type { Command } from './command.ts';

/** Shows the last answer again. One that is about to come isn't shown before it does: it would be there twice. */
export const show: Command = {
  name: 'show',
  async reply(place, deps) {
    const words = readerOf(place, deps).texts.lastAnswer;
    const all = await listAnsweredIn(place, deps);
    if (all.some(isComing)) return { text: words.coming };
    const question = await lastAnsweredIn(place, deps);
    if (question === undefined) return { text: words.none };
    if (staysPrivate(question, place)) return { text: words.onlyInOwnChat };
    await showAgain(question, await readAgain(question, deps), place, deps);
    return undefined;
  },
};

/** An overdue one might never come. */
function isComing({ state }: Question): boolean {
  return !endStates.has(state) && state !== 'overdue';
}
