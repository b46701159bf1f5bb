import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status({ count, decimal }: Grammar): Texts['status'] {
  return {
    title: ({ hours }) => `过去 ${decimal(hours)} 小时`,
    questions: '问题',
    number: (number) => count(number),
    atLeast: ({ questions }) => `至少 ${count(questions)}`,
    summary: ({ title, questions }) => `${title}：${questions} 个问题。`,
    answered: '已回答',
    underWay: '处理中',
    notAnswered: '未回答',
    none: '无',
    subscriptions: '订阅',
    runs: ({ asked, sent, failed }) =>
      `已提问 ${count(asked)} 个，已发送 ${count(sent)} 个，失败 ${count(failed)} 个`,
    timeToAnswer: '回答用时',
    timeToAcknowledge: '确认用时',
    percentiles: ({ median, p95 }) => `中位数 ${median}，第 95 百分位 ${p95}`,
    now: '当前',
    genie: 'Genie',
    down: ({ silence, tried }) => `已有 ${silence}没有响应；上次尝试在 ${tried}前`,
    budget: 'Genie 配额',
    spent: ({ started, perMinute }) =>
      `最近一分钟 ${count(started)} 个问题（上限 ${count(perMinute)} 个）`,
    throttled: ({ spent, duration }) => `${spent}；限流还将持续 ${duration}`,
    waiting: '排队中',
    crowd: 'Web Chat 和 Direct Line',
    unknownPerson: '未知用户',
    inLine: ({ questions }) => `${count(questions)} 个问题在排队`,
    clear: '移出队列',
    clearTip: ({ who }) => `移出队列：${who}`,
    cleared: ({ questions }) => `已从队列中移除 ${count(questions)} 个问题。`,
  };
}
