import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = [
  'como ',
  'como um ',
  'como uma ',
  'em ',
  'em um ',
  'em uma ',
  'num ',
  'numa ',
  'em forma de ',
];

export const chartPhrases: ChartPhrases = {
  before: [
    'por favor ',
    'mostre ',
    'mostra ',
    'mostrar ',
    'exiba ',
    'exibir ',
    'me ',
    'isso ',
    'isto ',
    'ele ',
    'ela ',
    'a resposta ',
  ],
  after: [' por favor'],
  line: [
    'como gráfico de linhas',
    ...combine(as, ['gráfico de '], ['linhas', 'linha']),
    'como linhas',
  ],
  bar: [
    'como gráfico de barras',
    ...combine(as, ['gráfico de '], ['barras', 'barra', 'colunas']),
    'como barras',
    'em barras',
  ],
  donut: [
    'como gráfico de rosca',
    ...combine(as, ['gráfico '], ['de rosca', 'de pizza', 'de donut', 'de setores', 'circular']),
  ],
  table: ['como tabela', ...combine(as, ['tabela'])],
};
