import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table({ count }: Grammar): Texts['table'] {
  return {
    notLoaded: '无法加载此表格的行。',
    loadAgain: '重新加载行',
    moreRows: '更多行',
    noneSent: 'Genie 没有发送此表格的行。',
    noneReturned: '查询未返回任何行。',
    returnedElsewhere: (total) => `查询返回了 ${count(total)} 行，但无法在此显示。`,
    firstRows: ({ shown, total }) => `显示 ${count(shown)} 行，共 ${count(total)} 行`,
    rowsFrom: ({ first, last, total }) =>
      `第 ${count(first)}–${count(last)} 行，共 ${count(total)} 行`,
    someColumns: ({ shown, total }) => `显示 ${count(shown)} 列，共 ${count(total)} 列`,
    shortened: '较长的值已缩短。',
    onlyReturned: (number) => `Genie 只返回了前 ${count(number)} 行。`,
    stoppedAt: (number) => `Genie 在 ${count(number)} 行处停止；数据中还有更多行。`,
    timesAreIn: (zone) => `时间采用 ${zone} 时区。`,
  };
}
