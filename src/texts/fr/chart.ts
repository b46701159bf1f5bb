import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart(grammar: Grammar): Texts['chart'] {
  const { plural, count, list } = grammar;
  const counted = createCounted(grammar, 'd’');
  const other = ({ count: number }: { count: number }) => `Autres (${count(number)})`;
  return {
    other,

    kinds: {
      line: (about) => `Graphique en courbes : ${measuresBy(about)}.`,
      bar: (about) => `Graphique à barres : ${measuresBy(about)}.`,
      donut: (about) => `Graphique en anneau : ${measuresBy(about)}.`,
    },
    notDrawn:
      'Cette application ne peut pas afficher de graphiques. Les chiffres se trouvent dans le tableau.',
    notDrawnFigures: ({ figures }) =>
      `Cette application ne peut pas afficher de graphiques. ${figures} Tous les chiffres se trouvent dans le tableau.`,

    fromTo: ({ start, end }) => `De ${start} à ${end}.`,
    highest: ({ figure }) => `Valeur la plus élevée : ${figure}.`,
    highestShown: ({ figure }) => `Valeur affichée la plus élevée : ${figure}.`,
    lowest: ({ figure }) => `Valeur la plus basse : ${figure}.`,
    figure: ({ value, point }) => `${value} (${point})`,
    courses: ({ first, last, courses }) => `${first} à ${last} : ${courses.join(' ; ')}.`,
    course: ({ name, start, end }) => `${name} de ${start} à ${end}`,
    highestOfEach: ({ figures }) => `Valeurs les plus élevées : ${figures.join(' ; ')}.`,
    highestShownOfEach: ({ figures }) =>
      `Valeurs affichées les plus élevées : ${figures.join(' ; ')}.`,
    named: ({ name, figure }) => `${name} ${figure}`,
    shares: (shares) => `${shares.join(', ')}.`,

    summedUp: ({ count: number }) =>
      plural(number, {
        one: `« ${other({ count: number })} » regroupe la plus petite valeur.`,
        other: `« ${other({ count: number })} » regroupe les ${count(number)} plus petites valeurs.`,
      }),
    largestShown: ({ shown, total }) =>
      plural(shown, {
        one: `Le graphique montre seulement la plus grande valeur sur ${count(total)}.`,
        other: `Le graphique montre les ${count(shown)} plus grandes valeurs sur ${count(total)}.`,
      }),
    latestShown: ({ shown, total }) =>
      plural(shown, {
        one: `Le graphique montre seulement la dernière valeur sur ${count(total)}.`,
        other: `Le graphique montre les ${count(shown)} dernières valeurs sur ${count(total)}.`,
      }),
    evenlySpaced: ({ shown, total }) =>
      `Le graphique montre ${counted(shown, { one: 'point', other: 'points' })} sur ${count(total)}, à intervalles réguliers.`,
    withoutTotal: 'Le graphique ne comprend pas le total.',
    moreNumbers: 'Le tableau contient plus de chiffres que le graphique.',
    returnedRows: 'Le graphique montre seulement les lignes que Genie a renvoyées.',
    tooLarge: 'Ce message est trop volumineux pour un graphique.',
  };

  function measuresBy({ measures, category }: About): string {
    return `${list(measures)} par ${category}`;
  }
}

type About = Parameters<Texts['chart']['kinds']['line']>[0];
