import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: 'lundis',
      2: 'mardis',
      3: 'mercredis',
      4: 'jeudis',
      5: 'vendredis',
      6: 'samedis',
      7: 'dimanches',
    },
    day: ({ time }) => `Tous les jours à ${time}`,
    weekday: ({ time }) => `Du lundi au vendredi à ${time}`,
    week: ({ days, time }) => `Tous les ${days} à ${time}`,
    month: ({ day, time }) => `Le ${day}${Number(day) === 1 ? 'er' : ''} de chaque mois à ${time}`,
    lastDay: ({ time }) => `Le dernier jour de chaque mois à ${time}`,
    due: ({ when, timeZone }) => `${when} (${timeZone})`,
  };
}
