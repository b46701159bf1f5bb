import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart(grammar: Grammar): Texts['chart'] {
  const { count, list } = grammar;
  const counted = createCounted(grammar);
  const other = (number: number) => `Outros (${count(number)})`;
  return {
    other: ({ count: number }) => other(number),

    kinds: {
      line: ({ measures, category }) => `Gráfico de linhas de ${list(measures)} por ${category}.`,
      bar: ({ measures, category }) => `Gráfico de barras de ${list(measures)} por ${category}.`,
      donut: ({ measures, category }) => `Gráfico de rosca de ${list(measures)} por ${category}.`,
    },
    notDrawn: 'Este aplicativo não pode mostrar gráficos. Consulte os números na tabela.',
    notDrawnFigures: ({ figures }) =>
      `Este aplicativo não pode mostrar gráficos. ${figures} Consulte os números na tabela.`,

    fromTo: ({ start, end }) => `De ${start} a ${end}.`,
    highest: ({ figure }) => `Máximo: ${figure}.`,
    highestShown: ({ figure }) => `Máximo mostrado: ${figure}.`,
    lowest: ({ figure }) => `Mínimo: ${figure}.`,
    figure: ({ value, point }) => `${value} (${point})`,
    courses: ({ first, last, courses }) => `De ${first} a ${last}: ${courses.join('; ')}.`,
    course: ({ name, start, end }) => `${name} de ${start} a ${end}`,
    highestOfEach: ({ figures }) => `Máximos: ${figures.join('; ')}.`,
    highestShownOfEach: ({ figures }) => `Máximos mostrados: ${figures.join('; ')}.`,
    named: ({ name, figure }) => `${name} ${figure}`,
    shares: (shares) => `${shares.join(', ')}.`,

    summedUp: ({ count: number }) =>
      `“${other(number)}” reúne os ${counted(number, { one: 'menor valor', other: 'menores valores' })}.`,
    largestShown: ({ shown, total }) =>
      `O gráfico mostra os ${count(shown)} maiores de ${count(total)}.`,
    latestShown: ({ shown, total }) =>
      `O gráfico mostra os ${count(shown)} mais recentes de ${count(total)}.`,
    evenlySpaced: ({ shown, total }) =>
      `O gráfico mostra ${count(shown)} de ${counted(total, { one: 'ponto', other: 'pontos' })}, igualmente espaçados.`,
    withoutTotal: 'O gráfico não inclui o total.',
    moreNumbers: 'A tabela tem mais números do que o gráfico.',
    returnedRows: 'O gráfico mostra apenas as linhas que o Genie retornou.',
    tooLarge: 'Esta mensagem é grande demais para incluir um gráfico.',
  };
}
