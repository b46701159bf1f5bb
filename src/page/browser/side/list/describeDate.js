import { daysBetween } from './groupByDay.js';

/** As short as can be beside a group's name: the time of today and yesterday, then the day, then the year as well. */
export function describeDate(iso, locale, now = new Date()) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return undefined;
  const days = daysBetween(date, now);
  return {
    short: format(date, locale, shortOptions(date, days, now)),
    full: format(date, locale, { dateStyle: 'full', timeStyle: 'short' }),
  };
}

function shortOptions(date, days, now) {
  if (days <= 1) return { timeStyle: 'short' };
  if (days <= 7) return { weekday: 'long' };
  const isThisYear = date.getFullYear() === now.getFullYear();
  return { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) };
}

/** The address can name a locale that isn't one. */
function format(date, locale, options) {
  try {
    return new Intl.DateTimeFormat(locale, options).format(date);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(date);
  }
}
