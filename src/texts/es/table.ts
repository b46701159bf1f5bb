import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function table(grammar: Grammar): Texts['table'] {
  const { count, plural } = grammar;
  const counted = createCounted(grammar);
  const rows = (number: number) => counted(number, { one: 'fila', other: 'filas' });
  return {
    notLoaded: 'No se pudieron cargar las filas de esta tabla.',
    loadAgain: 'Volver a cargar',
    moreRows: 'Más filas',
    noneSent: 'Genie no envió ninguna fila de esta tabla.',
    noneReturned: 'La consulta no devolvió ninguna fila.',
    returnedElsewhere: (total) =>
      plural(total, {
        one: `La consulta devolvió ${rows(total)}, pero no se puede mostrar aquí.`,
        other: `La consulta devolvió ${rows(total)}, pero no se pueden mostrar aquí.`,
      }),
    firstRows: ({ shown, total }) => `${count(shown)} de ${rows(total)}`,
    rowsFrom: ({ first, last, total }) => `Filas ${count(first)}–${count(last)} de ${count(total)}`,
    someColumns: ({ shown, total }) =>
      `${count(shown)} de ${counted(total, { one: 'columna', other: 'columnas' })}`,
    shortened: 'Los valores largos aparecen abreviados.',
    onlyReturned: (number) =>
      plural(number, {
        one: 'Genie solo devolvió la primera fila.',
        many: `Genie solo devolvió las primeras ${rows(number)}.`,
        other: `Genie solo devolvió las ${count(number)} primeras filas.`,
      }),
    stoppedAt: (number) => `Genie se detuvo en ${rows(number)}; hay más en los datos.`,
    timesAreIn: (zone) => `Zona horaria: ${zone}.`,
  };
}
