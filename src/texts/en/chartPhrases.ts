import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = ['as ', 'as a ', 'as an '];
const chart = ['', ...combine(['', ' ', '-'], ['chart', 'graph', 'plot', 'diagram'])];
const verbs = ['show ', 'draw ', 'display ', 'plot '];
const objects = ['me ', 'it ', 'this ', 'that ', 'them ', 'these '];

export const chartPhrases: ChartPhrases = {
  before: ['please ', ...verbs, ...objects],
  after: [' please'],
  line: ['as a line chart', ...combine(as, ['line'], chart)],
  bar: ['as a bar chart', ...combine(as, ['bar', 'column'], chart)],
  donut: ['as a donut chart', ...combine(as, ['donut', 'doughnut', 'pie'], chart)],
  table: ['as a table', ...combine(as, ['table'], chart)],
};
