import { type ChartPhrases, combine } from '../chartPhrases.ts';

const as = ['en ', 'sous forme de ', 'comme un ', 'comme une '];
const graph = ['graphique ', 'diagramme '];

export const chartPhrases: ChartPhrases = {
  before: [
    's’il te plaît ',
    's’il vous plaît ',
    'affiche ',
    'affichez ',
    'afficher ',
    'affiche-le ',
    'affiche-la ',
    'affichez-le ',
    'montre ',
    'montrez ',
    'montre-moi ',
    'montrez-moi ',
    'montre-le ',
    'le ',
    'la ',
    'les ',
    'ça ',
    'cela ',
    'la réponse ',
  ],
  after: [' s’il te plaît', ' s’il vous plaît', ' stp', ' svp'],
  line: [
    'en courbe',
    ...combine(as, ['courbe', 'courbes']),
    ...combine(as, graph, ['linéaire', 'en courbe', 'en courbes', 'en lignes']),
  ],
  bar: [
    'en barres',
    ...combine(as, ['histogramme', 'barres', 'colonnes']),
    ...combine(as, graph, ['à barres', 'en barres', 'à colonnes', 'en colonnes']),
    'sous forme d’histogramme',
  ],
  donut: [
    'en anneau',
    ...combine(as, ['anneau', 'camembert', 'donut', 'secteurs']),
    ...combine(as, graph, ['en anneau', 'circulaire', 'à secteurs', 'en secteurs', 'en camembert']),
    'sous forme d’anneau',
  ],
  table: ['en tableau', ...combine(as, ['tableau', 'table'])],
};
