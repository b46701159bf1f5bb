import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table({ count }: Grammar): Texts['table'] {
  return {
    notLoaded: 'この表の行を読み込めませんでした。',
    loadAgain: '行を再読み込み',
    moreRows: '続きの行',
    noneSent: 'Genie からこの表の行が返されませんでした。',
    noneReturned: 'クエリの結果は 0 行でした。',
    returnedElsewhere: (total) =>
      `クエリの結果は ${count(total)} 行ですが、ここには表示できません。`,
    firstRows: ({ shown, total }) => `${count(total)} 行中 ${count(shown)} 行`,
    rowsFrom: ({ first, last, total }) =>
      `${count(total)} 行中 ${count(first)}～${count(last)} 行目`,
    someColumns: ({ shown, total }) => `${count(total)} 列中 ${count(shown)} 列`,
    shortened: '長い値は省略しています。',
    onlyReturned: (number) => `Genie から返されたのは、最初の ${count(number)} 行だけです。`,
    stoppedAt: (number) =>
      `Genie は ${count(number)} 行で取得を止めました。データにはまだ続きがあります。`,
    timesAreIn: (zone) => `時刻のタイムゾーンは ${zone} です。`,
  };
}
