import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: '月曜日',
      2: '火曜日',
      3: '水曜日',
      4: '木曜日',
      5: '金曜日',
      6: '土曜日',
      7: '日曜日',
    },
    day: ({ time }) => `毎日 ${time}`,
    weekday: ({ time }) => `毎週月曜日から金曜日 ${time}`,
    week: ({ days, time }) => `毎週${days} ${time}`,
    month: ({ day, time }) => `毎月 ${day} 日 ${time}`,
    lastDay: ({ time }) => `毎月末日 ${time}`,
    due: ({ when, timeZone }) => `${when}（${timeZone}）`,
  };
}
