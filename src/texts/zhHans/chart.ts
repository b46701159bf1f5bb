import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart({ count, list }: Grammar): Texts['chart'] {
  const other = ({ count: number }: { count: number }) => `其他（${count(number)}）`;
  return {
    other,

    kinds: {
      line: (about) => `折线图：${measuresBy(about)}。`,
      bar: (about) => `柱状图：${measuresBy(about)}。`,
      donut: (about) => `环形图：${measuresBy(about)}。`,
    },
    notDrawn: '此应用无法显示图表。具体数值请查看表格。',
    notDrawnFigures: ({ figures }) => `此应用无法显示图表。${figures}具体数值请查看表格。`,

    fromTo: ({ start, end }) => `${fromTo(start, end)}。`,
    highest: ({ figure }) => `最高：${figure}。`,
    highestShown: ({ figure }) => `显示范围内最高：${figure}。`,
    lowest: ({ figure }) => `最低：${figure}。`,
    figure: ({ value, point }) => `${value}（${point}）`,
    courses: ({ first, last, courses }) => `${first} 至 ${last}：${courses.join('；')}。`,
    course: ({ name, start, end }) => `${name} ${fromTo(start, end)}`,
    highestOfEach: ({ figures }) => `最高：${figures.join('；')}。`,
    highestShownOfEach: ({ figures }) => `显示范围内最高：${figures.join('；')}。`,
    named: ({ name, figure }) => `${name} ${figure}`,
    shares: (shares) => `${shares.join('、')}。`,

    summedUp: ({ count: number }) =>
      `“${other({ count: number })}”合并了最小的 ${count(number)} 项。`,
    largestShown: ({ shown, total }) => `图表显示 ${count(total)} 项中最大的 ${count(shown)} 项。`,
    latestShown: ({ shown, total }) => `图表显示 ${count(total)} 项中最新的 ${count(shown)} 项。`,
    evenlySpaced: ({ shown, total }) =>
      `图表等间隔显示 ${count(total)} 个数据点中的 ${count(shown)} 个。`,
    withoutTotal: '图表不包含总计。',
    moreNumbers: '表格中还有图表未显示的数值。',
    returnedRows: '图表仅显示 Genie 返回的行。',
    tooLarge: '此消息太大，无法显示图表。',
  };

  function measuresBy({ measures, category }: About): string {
    return `${list(measures)}（按 ${category}）`;
  }
}

/** A full-width bracket brings its own space. */
function fromTo(start: string, end: string): string {
  return `从 ${start} 到 ${end}`.replace('） 到', '）到');
}

type About = Parameters<Texts['chart']['kinds']['line']>[0];
