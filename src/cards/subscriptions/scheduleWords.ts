import type { Schedule } from '../../schedule/schedule.ts';
import type { Reader } from '../parts/reader.ts';

/** When something happens again and again: `Every weekday, 9:00 AM`. */
export function scheduleWords(
  schedule: Schedule,
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
): string {
  const { days } = texts.subscriptions.form;
  const { hour, minute } = schedule.at;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 1, hour, minute),
  );
  const day =
    schedule.every === 'week'
      ? texts.list(schedule.days.map((each) => days[each]))
      : days[
          schedule.every === 'month' ? (schedule.day === 'last' ? 'last' : 'month') : schedule.every
        ];
  return `${day}, ${time}`;
}
