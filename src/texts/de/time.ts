import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function time({ plural, count, decimal }: Grammar): Texts['time'] {
  return {
    seconds: (seconds) => `${decimal(seconds)} s`,
    minutes: (minutes) => `${count(minutes)} min`,
    minutesAndSeconds: (minutes, seconds) => `${count(minutes)} min ${seconds} s`,
    inWords: {
      minutes: (minutes) =>
        plural(minutes, { one: '1 Minute', other: `${count(minutes)} Minuten` }),
      hours: (hours) => plural(hours, { one: '1 Stunde', other: `${count(hours)} Stunden` }),
    },
  };
}
