import type { Texts } from '../texts/texts.ts';
import type { Schedule } from './schedule.ts';

/** Who reads it. */
interface Reader {
  texts: Texts;
  /** For times of day, by `knownLocale`. */
  locale: string;
}

/** When something is due again and again, as the reader says it: `Every weekday at 9:00 AM`. */
export function writeSchedule(schedule: Schedule, { texts, locale }: Reader): string {
  const { schedules, list } = texts;
  const { hour, minute } = schedule.at;
  const style = { timeStyle: 'short', timeZone: 'UTC' } as const;
  const time = new Intl.DateTimeFormat(locale, style).format(Date.UTC(2000, 0, 1, hour, minute));
  switch (schedule.every) {
    case 'day':
      return schedules.day({ time });
    case 'weekday':
      return schedules.weekday({ time });
    case 'week': {
      const days = list(schedule.days.map((day) => schedules.days[day]));
      return schedules.week({ days, time });
    }
    case 'month':
      return schedule.day === 'last'
        ? schedules.lastDay({ time })
        : schedules.month({ day: schedule.day, time });
  }
}
