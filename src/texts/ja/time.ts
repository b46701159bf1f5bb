import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function time({ count, decimal }: Grammar): Texts['time'] {
  return {
    seconds: (seconds) => `${decimal(seconds)} 秒`,
    minutes: (minutes) => `${count(minutes)} 分`,
    minutesAndSeconds: (minutes, seconds) => `${count(minutes)} 分 ${seconds} 秒`,
    inWords: {
      minutes: (minutes) => `${count(minutes)} 分`,
      hours: (hours) => `${count(hours)} 時間`,
    },
  };
}
