import { setTimeout as wait } from 'node:timers/promises';
import {
  lastQuestion,
  type ServingAnswer,
  type ServingCall,
  type StreamStep,
} from '../../support/servingDouble.ts';
import { completed, created, delta, done, itemDone, message } from '../../support/servingWire.ts';

/** What the answer begins with, and what it ends with: by these a bench knows it. */
export const firstWords = 'Revenue grew';
export const lastWords = 'That’s all of it.';

const sentence = 'in every region but one, and most of it came from orders that were placed late. ';
const table = '\n\n| Region | Revenue |\n|---|--:|\n| EMEA | $1,204 |\n| LATAM | $980 |\n\n';
const words = `${firstWords} ${sentence.repeat(9)}${table}${lastWords}`.split(/(?<=\s)/);
const wordMs = 80;
const thinkingMs = 1_000;

/** How long an endpoint takes for the answer. */
export const answerMs = thinkingMs + words.length * wordMs;

/** The question that is answered at once, as whatever comes first in a process takes longer. */
export const quickly = 'Quickly, please';

/** An answer with a table, at about the pace in which models write: nothing for a second, then twelve words a second. */
export function pacedAnswer({ body }: ServingCall): ServingAnswer {
  const whole = message('m', words.join(''));
  const startedAt = Date.now();
  const at = (index: number) =>
    lastQuestion(body) === quickly ? startedAt : startedAt + thinkingMs + index * wordMs;
  const steps = words.flatMap((word, index): StreamStep[] => [
    pauseUntil(at(index)),
    delta('m', word),
  ]);
  return { stream: [created, ...steps, itemDone(whole), completed([whole]), done] };
}

/** By the clock, so that a busy machine doesn't make the answer longer. */
function pauseUntil(at: number): StreamStep {
  return {
    reached: Promise.resolve(),
    open: () => {},
    pass: () => wait(Math.max(0, at - Date.now())),
  };
}
