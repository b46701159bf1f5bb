import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function chart({ plural, count, list }: Grammar): Texts['chart'] {
  const other = ({ count: number }: { count: number }) => `Sonstige (${count(number)})`;
  return {
    other,

    kinds: {
      line: (about) => `Liniendiagramm: ${measuresBy(about)}.`,
      bar: (about) => `Balkendiagramm: ${measuresBy(about)}.`,
      donut: (about) => `Ringdiagramm: ${measuresBy(about)}.`,
    },
    notDrawn: 'Diese App kann keine Diagramme anzeigen. Die Zahlen finden Sie in der Tabelle.',
    notDrawnFigures: ({ figures }) =>
      `Diese App kann keine Diagramme anzeigen. ${figures} Alle Zahlen finden Sie in der Tabelle.`,

    fromTo: ({ start, end }) => `Von ${start} auf ${end}.`,
    highest: ({ figure }) => `Höchster Wert: ${figure}.`,
    highestShown: ({ figure }) => `Höchster angezeigter Wert: ${figure}.`,
    lowest: ({ figure }) => `Niedrigster Wert: ${figure}.`,
    figure: ({ value, point }) => `${value} (${point})`,
    courses: ({ first, last, courses }) => `${first} bis ${last}: ${courses.join('; ')}.`,
    course: ({ name, start, end }) => `${name} von ${start} auf ${end}`,
    highestOfEach: ({ figures }) => `Höchste Werte: ${figures.join('; ')}.`,
    highestShownOfEach: ({ figures }) => `Höchste angezeigte Werte: ${figures.join('; ')}.`,
    named: ({ name, figure }) => `${name} ${figure}`,
    shares: (shares) => `${shares.join(', ')}.`,

    summedUp: ({ count: number }) =>
      plural(number, {
        one: `„${other({ count: number })}“ enthält den kleinsten Wert.`,
        other: `„${other({ count: number })}“ fasst die ${count(number)} kleinsten Werte zusammen.`,
      }),
    largestShown: ({ shown, total }) =>
      plural(shown, {
        one: `Das Diagramm zeigt nur den größten von ${count(total)} Werten.`,
        other: `Das Diagramm zeigt die ${count(shown)} größten von ${count(total)} Werten.`,
      }),
    latestShown: ({ shown, total }) =>
      plural(shown, {
        one: `Das Diagramm zeigt nur den letzten von ${count(total)} Werten.`,
        other: `Das Diagramm zeigt die letzten ${count(shown)} von ${count(total)} Werten.`,
      }),
    evenlySpaced: ({ shown, total }) =>
      `Das Diagramm zeigt ${count(shown)} von ${plural(total, { one: '1 Punkt', other: `${count(total)} Punkten` })} in gleichmäßigen Abständen.`,
    withoutTotal: 'Das Diagramm enthält die Gesamtsumme nicht.',
    moreNumbers: 'Die Tabelle enthält mehr Zahlen als das Diagramm.',
    returnedRows: 'Das Diagramm zeigt nur die Zeilen, die Genie zurückgegeben hat.',
    tooLarge: 'Diese Nachricht ist zu groß für ein Diagramm.',
  };

  function measuresBy({ measures, category }: About): string {
    return `${list(measures)} nach ${category}`;
  }
}

type About = Parameters<Texts['chart']['kinds']['line']>[0];
