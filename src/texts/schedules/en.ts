/** When something is due again and again. `time`: a time of day, as the reader writes it. */
export function schedules() {
  return {
    /** Monday is 1. */
    days: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
    day: ({ time }: { time: string }) => `Every day at ${time}`,
    weekday: ({ time }: { time: string }) => `Every weekday at ${time}`,
    /** `days`: a list of them. */
    week: ({ days, time }: { days: string; time: string }) => `Every ${days} at ${time}`,
    month: ({ day, time }: { day: number; time: string }) =>
      `Every ${day}${ordinalMarks[Number(day)] ?? 'th'} of the month at ${time}`,
    lastDay: ({ time }: { time: string }) => `Every last day of the month at ${time}`,
    /** `when`: a day and a time of day, as the reader writes them. `timeZone`: whose clocks show it. */
    due: ({ when, timeZone }: { when: string; timeZone: string }) => `${when} (${timeZone})`,
  };
}

const ordinalMarks: Readonly<Record<number, string>> = {
  1: 'st',
  2: 'nd',
  3: 'rd',
  21: 'st',
  22: 'nd',
  23: 'rd',
};
