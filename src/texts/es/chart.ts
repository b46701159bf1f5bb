import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart(grammar: Grammar): Texts['chart'] {
  const { count, list } = grammar;
  const counted = createCounted(grammar);
  const other = (number: number) => `Otros (${count(number)})`;
  return {
    other: ({ count: number }) => other(number),

    kinds: {
      line: ({ measures, category }) => `Gráfico de líneas de ${list(measures)} por ${category}.`,
      bar: ({ measures, category }) => `Gráfico de barras de ${list(measures)} por ${category}.`,
      donut: ({ measures, category }) => `Gráfico de anillo de ${list(measures)} por ${category}.`,
    },
    notDrawn: 'Esta aplicación no puede mostrar gráficos. Consulta los números en la tabla.',
    notDrawnFigures: ({ figures }) =>
      `Esta aplicación no puede mostrar gráficos. ${figures} Consulta los números en la tabla.`,

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
      `«${other(number)}» agrupa los ${counted(number, { one: 'valor más pequeño', other: 'valores más pequeños' })}.`,
    largestShown: ({ shown, total }) =>
      `El gráfico muestra los ${count(shown)} mayores de ${count(total)}.`,
    latestShown: ({ shown, total }) =>
      `El gráfico muestra los ${count(shown)} más recientes de ${count(total)}.`,
    evenlySpaced: ({ shown, total }) =>
      `El gráfico muestra ${count(shown)} de ${counted(total, { one: 'punto', other: 'puntos' })}, espaciados uniformemente.`,
    withoutTotal: 'El gráfico no incluye el total.',
    moreNumbers: 'La tabla tiene más números que el gráfico.',
    returnedRows: 'El gráfico solo muestra las filas que devolvió Genie.',
    tooLarge: 'Este mensaje es demasiado grande para incluir un gráfico.',
  };
}
