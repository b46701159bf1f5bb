import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: '周一',
      2: '周二',
      3: '周三',
      4: '周四',
      5: '周五',
      6: '周六',
      7: '周日',
    },
    day: ({ time }) => `每天 ${time}`,
    weekday: ({ time }) => `每周一至周五 ${time}`,
    week: ({ days, time }) => `每${days} ${time}`,
    month: ({ day, time }) => `每月 ${day} 日 ${time}`,
    lastDay: ({ time }) => `每月最后一天 ${time}`,
    due: ({ when, timeZone }) => `${when}（${timeZone}）`,
  };
}
