import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = ['como ', 'como un ', 'como una ', 'en ', 'en un ', 'en una ', 'en forma de '];
const graph = ['gráfico ', 'gráfica '];

export const chartPhrases: ChartPhrases = {
  before: [
    'por favor ',
    'muestra ',
    'muestre ',
    'mostrar ',
    'muéstralo ',
    'muéstrala ',
    'muéstrame ',
    'muéstramelo ',
    'lo ',
    'la ',
    'esto ',
    'eso ',
    'la respuesta ',
  ],
  after: [' por favor'],
  line: [
    'como gráfico de líneas',
    ...combine(as, graph, ['de líneas', 'de línea', 'lineal']),
    'como líneas',
  ],
  bar: [
    'como gráfico de barras',
    ...combine(as, graph, ['de barras', 'de columnas']),
    'como barras',
    'en barras',
  ],
  donut: [
    'como gráfico de anillo',
    ...combine(as, graph, [
      'de anillo',
      'de anillos',
      'de rosca',
      'de dona',
      'circular',
      'de tarta',
      'de pastel',
      'de sectores',
    ]),
  ],
  table: ['como tabla', ...combine(as, ['tabla'])],
};
