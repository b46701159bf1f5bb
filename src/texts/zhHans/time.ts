import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function time({ count, decimal }: Grammar): Texts['time'] {
  return {
    seconds: (seconds) => `${decimal(seconds)} 秒`,
    minutes: (minutes) => `${count(minutes)} 分钟`,
    minutesAndSeconds: (minutes, seconds) => `${count(minutes)} 分 ${seconds} 秒`,
    inWords: {
      minutes: (minutes) => `${count(minutes)} 分钟`,
      hours: (hours) => `${count(hours)} 小时`,
    },
  };
}
