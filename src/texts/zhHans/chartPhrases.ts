import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = [
  '用',
  '以',
  '显示为',
  '显示成',
  '展示为',
  '改成',
  '改为',
  '换成',
  '做成',
  '变成',
  '画成',
];

export const chartPhrases: ChartPhrases = {
  before: ['请', '帮我', '给我', '把它', '把结果', '把答案', '将其', '将结果', '将答案'],
  after: ['显示', '展示', '呈现', '表示', '来', '的', '形式', '方式', '吧', '看看'],
  line: ['用折线图', ...combine(as, ['折线图', '线图', '曲线图'])],
  bar: ['用柱状图', ...combine(as, ['柱状图', '柱形图', '条形图'])],
  donut: ['用环形图', ...combine(as, ['环形图', '圆环图', '饼图', '饼状图', '甜甜圈图'])],
  table: ['用表格', ...combine(as, ['表格', '表'])],
};
