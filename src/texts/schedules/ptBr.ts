import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: 'na segunda-feira',
      2: 'na terça-feira',
      3: 'na quarta-feira',
      4: 'na quinta-feira',
      5: 'na sexta-feira',
      6: 'no sábado',
      7: 'no domingo',
    },
    day: ({ time }) => `Todos os dias ${at(time)}`,
    weekday: ({ time }) => `De segunda a sexta-feira ${at(time)}`,
    week: ({ days, time }) => `Toda semana ${days} ${at(time)}`,
    month: ({ day, time }) => `No dia ${day} de cada mês ${at(time)}`,
    lastDay: ({ time }) => `No último dia de cada mês ${at(time)}`,
    due: ({ when, timeZone }) => `${when} (${timeZone})`,
  };
}

/** “à 1:00”, but “às 9:00”. */
function at(time: string): string {
  return /^0?1:/.test(time) ? `à ${time}` : `às ${time}`;
}
