import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table({ count, plural }: Grammar): Texts['table'] {
  const rows = (number: number) =>
    plural(number, { one: '1 Zeile', other: `${count(number)} Zeilen` });
  return {
    notLoaded: 'Die Zeilen dieser Tabelle konnten nicht geladen werden.',
    loadAgain: 'Zeilen erneut laden',
    moreRows: 'Weitere Zeilen',
    noneSent: 'Genie hat keine Zeilen dieser Tabelle gesendet.',
    noneReturned: 'Die Abfrage hat keine Zeilen zurückgegeben.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: 'Die Abfrage hat 1 Zeile zurückgegeben, die hier nicht angezeigt werden kann.',
        other: `Die Abfrage hat ${count(total)} Zeilen zurückgegeben, die hier nicht angezeigt werden können.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} von ${rows(total)}`,
    rowsFrom: ({ first, last, total }) =>
      `Zeilen ${count(first)}–${count(last)} von ${count(total)}`,
    someColumns: ({ shown, total }) => `${count(shown)} von ${count(total)} Spalten`,
    shortened: 'Lange Werte sind gekürzt.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'Genie hat nur die erste Zeile zurückgegeben.',
        other: `Genie hat nur die ersten ${count(number)} Zeilen zurückgegeben.`,
      }),
    stoppedAt: (number) => `Genie hat nach ${rows(number)} aufgehört. Die Daten enthalten weitere.`,
    timesAreIn: (zone) => `Zeitzone: ${zone}.`,
  };
}
