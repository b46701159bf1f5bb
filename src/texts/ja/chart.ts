import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart({ count, list }: Grammar): Texts['chart'] {
  const other = ({ count: number }: { count: number }) => `その他 (${count(number)})`;
  return {
    other,

    kinds: {
      line: (about) => `折れ線グラフ: ${measuresBy(about)}。`,
      bar: (about) => `棒グラフ: ${measuresBy(about)}。`,
      donut: (about) => `ドーナツグラフ: ${measuresBy(about)}。`,
    },
    notDrawn: 'このアプリではグラフを表示できません。数値は表で確認してください。',
    notDrawnFigures: ({ figures }) =>
      `このアプリではグラフを表示できません。${figures}数値は表で確認してください。`,

    fromTo: ({ start, end }) => `${start} から ${end} へ推移。`,
    highest: ({ figure }) => `最大: ${figure}。`,
    highestShown: ({ figure }) => `表示範囲での最大: ${figure}。`,
    lowest: ({ figure }) => `最小: ${figure}。`,
    figure: ({ value, point }) => `${value} (${point})`,
    courses: ({ first, last, courses }) => `${first}～${last}: ${courses.join('、')}。`,
    course: ({ name, start, end }) => `${name} は ${start} から ${end}`,
    highestOfEach: ({ figures }) => `最大: ${figures.join('、')}。`,
    highestShownOfEach: ({ figures }) => `表示範囲での最大: ${figures.join('、')}。`,
    named: ({ name, figure }) => `${name} ${figure}`,
    shares: (shares) => `${shares.join('、')}。`,

    summedUp: ({ count: number }) =>
      `「${other({ count: number })}」は、値の小さい ${count(number)} 件をまとめたものです。`,
    largestShown: ({ shown, total }) =>
      `グラフには、${count(total)} 件のうち値の大きい ${count(shown)} 件を表示しています。`,
    latestShown: ({ shown, total }) =>
      `グラフには、${count(total)} 件のうち最新の ${count(shown)} 件を表示しています。`,
    evenlySpaced: ({ shown, total }) =>
      `グラフには、${count(total)} 個のデータ点のうち ${count(shown)} 個を等間隔で表示しています。`,
    withoutTotal: 'グラフには合計を含めていません。',
    moreNumbers: '表には、グラフにない数値も含まれています。',
    returnedRows: 'グラフには、Genie から返された行だけを表示しています。',
    tooLarge: 'メッセージが大きすぎるため、グラフを表示できません。',
  };

  function measuresBy({ measures, category }: About): string {
    return `${list(measures)} (${category} 別)`;
  }
}

type About = Parameters<Texts['chart']['kinds']['line']>[0];
