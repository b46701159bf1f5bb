import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function time(grammar: Grammar): Texts['time'] {
  const { count, decimal } = grammar;
  const counted = createCounted(grammar, 'd’');
  return {
    seconds: (seconds) => `${decimal(seconds)} s`,
    minutes: (minutes) => `${count(minutes)} min`,
    minutesAndSeconds: (minutes, seconds) => `${count(minutes)} min ${seconds} s`,
    inWords: {
      minutes: (minutes) => counted(minutes, { one: 'minute', other: 'minutes' }),
      hours: (hours) => counted(hours, { one: 'heure', other: 'heures' }),
    },
  };
}
