import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: 'lunes',
      2: 'martes',
      3: 'miércoles',
      4: 'jueves',
      5: 'viernes',
      6: 'sábado',
      7: 'domingo',
    },
    day: ({ time }) => `Todos los días ${at(time)}`,
    weekday: ({ time }) => `De lunes a viernes ${at(time)}`,
    week: ({ days, time }) => `Cada ${days} ${at(time)}`,
    month: ({ day, time }) => `El día ${day} de cada mes ${at(time)}`,
    lastDay: ({ time }) => `El último día de cada mes ${at(time)}`,
    due: ({ when, timeZone }) => `${when} (${timeZone})`,
  };
}

/** “a la 1:00”, but “a las 9:00”. */
function at(time: string): string {
  return /^0?1:/.test(time) ? `a la ${time}` : `a las ${time}`;
}
