import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = ['als ', 'als ein ', 'als eine '];
const chart = ['diagramm', '-diagramm', 'grafik', 'chart', '-chart'];

export const chartPhrases: ChartPhrases = {
  before: [
    'bitte ',
    'zeig ',
    'zeige ',
    'zeigen sie ',
    'stell ',
    'stelle ',
    'stellen sie ',
    'mir ',
    'das ',
    'dies ',
    'diese ',
    'es ',
    'sie ',
    'die antwort ',
  ],
  after: [' bitte', ' an', ' dar', ' anzeigen', ' darstellen', ' zeigen'],
  line: [
    'als liniendiagramm',
    ...combine(as, ['linien', 'kurven'], chart),
    'als linie',
    'als kurve',
  ],
  bar: ['als balkendiagramm', ...combine(as, ['balken', 'säulen', 'saeulen'], ['', ...chart])],
  donut: [
    'als ringdiagramm',
    ...combine(as, ['ring', 'kreis', 'torten', 'kuchen', 'donut'], chart),
    'als donut',
    'als torte',
  ],
  table: ['als tabelle', ...combine(as, ['tabelle'])],
};
