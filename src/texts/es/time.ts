import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function time(grammar: Grammar): Texts['time'] {
  const { count, decimal } = grammar;
  const counted = createCounted(grammar);
  return {
    seconds: (seconds) => `${decimal(seconds)}\u00A0s`,
    minutes: (minutes) => `${count(minutes)}\u00A0min`,
    minutesAndSeconds: (minutes, seconds) => `${count(minutes)}\u00A0min ${seconds}\u00A0s`,
    inWords: {
      minutes: (minutes) => counted(minutes, { one: 'minuto', other: 'minutos' }),
      hours: (hours) => counted(hours, { one: 'hora', other: 'horas' }),
    },
  };
}
