import type { Grammar } from '../grammar.ts';

/** How long something takes, and when it was. */
export function time({ plural, count, decimal }: Grammar) {
  return {
    /** Below one, with one decimal. */
    seconds: (seconds: number) => `${decimal(seconds)} s`,
    minutes: (minutes: number) => `${count(minutes)} min`,
    minutesAndSeconds: (minutes: number, seconds: number) => `${count(minutes)} min ${seconds} s`,
    /** In a sentence: “in 5 minutes”. */
    inWords: {
      minutes: (minutes: number) =>
        plural(minutes, { one: '1 minute', other: `${count(minutes)} minutes` }),
      hours: (hours: number) => plural(hours, { one: '1 hour', other: `${count(hours)} hours` }),
    },
  };
}
