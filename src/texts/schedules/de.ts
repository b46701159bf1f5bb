import type { Texts } from '../texts.ts';

export function schedules(): Texts['schedules'] {
  return {
    days: {
      1: 'Montag',
      2: 'Dienstag',
      3: 'Mittwoch',
      4: 'Donnerstag',
      5: 'Freitag',
      6: 'Samstag',
      7: 'Sonntag',
    },
    day: ({ time }) => `Jeden Tag um ${time} Uhr`,
    weekday: ({ time }) => `Montag bis Freitag um ${time} Uhr`,
    week: ({ days, time }) => `Jeden ${days} um ${time} Uhr`,
    month: ({ day, time }) => `Am ${day}. jedes Monats um ${time} Uhr`,
    lastDay: ({ time }) => `Am letzten Tag jedes Monats um ${time} Uhr`,
    due: ({ when, timeZone }) => `${when} (${timeZone})`,
  };
}
