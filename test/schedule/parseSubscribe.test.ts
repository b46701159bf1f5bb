import { describe, expect, it } from 'vitest';
import { parseSubscribe } from '../../src/schedule/parseSubscribe.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

const at = (hour: number, minute = 0) => ({ hour, minute });
const day = (hour: number, minute = 0): Schedule => ({ every: 'day', at: at(hour, minute) });
const weekday = (hour: number, minute = 0): Schedule => ({
  every: 'weekday',
  at: at(hour, minute),
});
const week = (days: readonly number[], hour: number, minute = 0) =>
  ({ every: 'week', days, at: at(hour, minute) }) as Schedule;
const month = (which: number | 'last', hour: number, minute = 0): Schedule => ({
  every: 'month',
  day: which,
  at: at(hour, minute),
});

describe('a wish', () => {
  it.each<[string, Schedule]>([
    ['every day at 9:00', day(9)],
    ['every weekday at 17:30', weekday(17, 30)],
    ['every monday at 8:00', week([1], 8)],
    ['every 1st at 9:00', month(1, 9)],
    ['every last day at 9:00', month('last', 9)],
    ['EVERY WEEKDAY AT 17:30', weekday(17, 30)],
    ['  every   day  at\t9:00  ', day(9)],
    ['Every Day At 9 : 00 ', day(9)],
    ['daily at 9', day(9)],
    ['each day at 09.00', day(9)],
    ['every day at 9am', day(9)],
    ['every day at 5:30 pm', day(17, 30)],
    ['every day at 5:30 P.M.', day(17, 30)],
    ['every day at 17h30', day(17, 30)],
    ['every day at noon', day(12)],
    ['every day at midnight', day(0)],
    ['every day at 12am', day(0)],
    ['every day at 12 pm', day(12)],
    ['every day at 9 o’clock', day(9)],
    ['every day at 9 in the morning', day(9)],
    ['every day at 0900', day(9)],
    ['every day 9:00', day(9)],
    ['at 9:00 every day', day(9)],
    ['daily 9:00', day(9)],
    ['every monday, wednesday and friday at 8:00', week([1, 3, 5], 8)],
    ['every Mon/Wed at 8:00', week([1, 3], 8)],
    ['every friday & monday at 8:00', week([1, 5], 8)],
    ['on mondays at 8', week([1], 8)],
    ['mondays 8am', week([1], 8)],
    ['monday to friday at 8:00', weekday(8)],
    ['Mon-Fri 8:00', weekday(8)],
    ['every friday to monday at 8:00', week([1, 5, 6, 7], 8)],
    ['every weekend at 10:00', week([6, 7], 10)],
    ['weekly on monday at 8:00', week([1], 8)],
    ['every week on tuesday at 8:00', week([2], 8)],
    ['every business day at 8:00', weekday(8)],
    ['every 1st of the month at 9:00', month(1, 9)],
    ['every 28th at 9:00', month(28, 9)],
    ['on the 15th of every month at 9:00', month(15, 9)],
    ['monthly on the 1st at 9:00', month(1, 9)],
    ['every month on the 2nd at 9:00', month(2, 9)],
    ['every first day of the month at 9:00', month(1, 9)],
    ['every 3rd day of the month at 9:00', month(3, 9)],
    ['every month on the last day at 9:00', month('last', 9)],
    ['every day at 12:00 noon', day(12)],
    ['every day at 09:00:00', day(9)],
    ['every day at 9:00 local time', day(9)],
    ['every weekday @ 9', weekday(9)],
    ['every sat and sun at 9:00', week([6, 7], 9)],
    ['every last day of the month at 9:00', month('last', 9)],
    ['on the last day of every month at 9:00', month('last', 9)],
  ])('reads “%s”', (when, schedule) => {
    const wish = { is: 'wish', schedule, text: 'revenue by region' };
    expect(parseSubscribe(`subscribe ${when}: revenue by region`)).toEqual(wish);
    expect(parseSubscribe(`Subscribe ${when}：revenue by region`)).toEqual(wish);
    expect(parseSubscribe(`SUBSCRIBE\n${when}\nrevenue by region`)).toEqual(wish);
    expect(parseSubscribe(`/subscribe “${when}”: “revenue by region”`)).toEqual(wish);
    expect(parseSubscribe(`subscribe\u00a0${when}:revenue by region`)).toEqual(wish);
    expect(parseSubscribe(`subscribe ${when}`)).toMatchObject({ is: 'bad', why: 'no-question' });
    expect(parseSubscribe(`subscribe ${when}: `)).toMatchObject({ is: 'bad', why: 'no-question' });
  });

  it.each([
    ['every day at 9:00 in Europe/Berlin', 'Europe/Berlin'],
    ['every day at 9:00 (America/New_York)', 'America/New_York'],
    ['every day at 9:00 in america/new york', 'America/New_York'],
    ['every day at 9:00 UTC', 'UTC'],
    ['every day at 9:00 utc', 'UTC'],
    ['every day at 9:00 GMT', 'UTC'],
    ['every day at 9:00 UTC+2', '+02:00'],
    ['every day at 9:00 GMT+05:30', '+05:30'],
    ['every day at 9:00 CET', 'CET'],
    ['every day at 9:00 in Berlin', 'Europe/Berlin'],
    ['every day at 9:00 in New York', 'America/New_York'],
    ['every day at 9:00 in São Paulo', 'America/Sao_Paulo'],
    ['every day at 9:00 Tokyo time', 'Asia/Tokyo'],
    ['every day in Europe/Berlin at 9:00', 'Europe/Berlin'],
    ['at 9:00 Europe/Berlin every day', 'Europe/Berlin'],
    ['every day at 9:00 in Asia/Kolkata', 'Asia/Kolkata'],
    ['every day at 9:00, Europe/Berlin', 'Europe/Berlin'],
  ])('has the zone of “%s”', (when, timeZone) => {
    expect(parseSubscribe(`subscribe ${when}: revenue`)).toEqual({
      is: 'wish',
      schedule: day(9),
      timeZone,
      text: 'revenue',
    });
  });
});

describe('what can’t be had', () => {
  it.each([
    ['every 31st at 9:00', 'day', '31st'],
    ['every 30th at 9:00', 'day', '30th'],
    ['every 29th at 9:00', 'day', '29th'],
    ['every 0th at 9:00', 'day', '0th'],
    ['on the 31st of every month at 9:00', 'day', '31st'],
    ['every day at 25:00', 'time', '25:00'],
    ['every day at 24:00', 'time', '24:00'],
    ['every day at 9:60', 'time', '9:60'],
    ['every day at 9:5', 'time', '9:5'],
    ['every day at 1:00 and 2:00', 'time', '1:00 and 2:00'],
    ['every day', 'when', 'every day'],
    ['every day at', 'when', 'every day at'],
    ['every day at sunrise', 'time', 'sunrise'],
    ['every day at 9:00 in Atlantis', 'zone', 'Atlantis'],
    ['every day at 9:00 Mars/Olympus', 'zone', 'Mars/Olympus'],
    ['every day at 9:00 EST', 'zone', 'EST'],
    ['every day at 9:00 UTC+25', 'zone', 'UTC+25'],
    ['every 2 weeks at 9:00', 'when', 'every 2 weeks at 9:00'],
    ['every 2 days at 9:00', 'when', 'every 2 days at 9:00'],
    ['every 2 weeks on monday at 9:00', 'when', 'every 2 weeks on monday at 9:00'],
    ['every hour', 'when', 'every hour'],
    ['hourly', 'when', 'hourly'],
    ['every 5 minutes', 'when', 'every 5 minutes'],
    ['tomorrow', 'when', 'tomorrow'],
    ['tomorrow at 9:00', 'when', 'tomorrow at 9:00'],
    ['next monday at 9:00', 'when', 'next monday at 9:00'],
    ['every other day at 9:00', 'when', 'every other day at 9:00'],
    ['every first monday at 9:00', 'when', 'every first monday at 9:00'],
    ['every last friday at 9:00', 'when', 'every last friday at 9:00'],
    ['every month at 9:00', 'when', 'every month at 9:00'],
    ['every week at 9:00', 'when', 'every week at 9:00'],
    ['every blue moon at 9:00', 'when', 'every blue moon at 9:00'],
    ['every day at 9:00 except fridays', 'when', 'every day at 9:00 except fridays'],
    ['every 1st and 15th at 9:00', 'when', 'every 1st and 15th at 9:00'],
    ['at 9:00', 'when', 'at 9:00'],
    ['9:00', 'when', '9:00'],
    ['every 3rd day at 9:00', 'when', 'every 3rd day at 9:00'],
    ['every 2nd monday at 9:00', 'when', 'every 2nd monday at 9:00'],
    ['every 31 at 9:00', 'when', 'every 31 at 9:00'],
    ['every year on 1 January at 9:00', 'when', 'every year on 1 January at 9:00'],
    ['every weekday at 9-00', 'when', 'every weekday at 9-00'],
    ['every day at half past nine', 'time', 'half past nine'],
    ['every day at -1:00', 'time', '-1:00'],
    ['every day at 9:00:30', 'time', '9:00:30'],
    ['every monday at 8:00 & friday at 9:00', 'time', '8:00 & friday at 9:00'],
    ['every day at 9:00 PST', 'zone', 'PST'],
    ['every day at 9:00 IST', 'zone', 'IST'],
    ['every day at 9:00 starting monday', 'when', 'every day at 9:00 starting monday'],
  ])('“%s” is refused for its %s', (when, why, given) => {
    expect(parseSubscribe(`subscribe ${when}: revenue`)).toMatchObject({ is: 'bad', why });
    expect(parseSubscribe(`subscribe ${when}: revenue`)).toMatchObject({ given });
  });

  it.each([
    ['subscribe every day at 9:00 or 10:00 revenue', 'time', '9:00 or 10:00'],
    ['subscribe every day at 9:60 revenue', 'time', '9:60'],
    ['subscribe every day at 9:5 revenue', 'time', '9:5'],
    ['subscribe every day at 9:00 Mars/Olympus revenue', 'zone', 'Mars/Olympus'],
    ['subscribe every 31st at 9:00 revenue', 'day', '31st'],
    ['subscribe every 2 weeks revenue', 'when', 'every 2 weeks revenue'],
  ])('“%s”, without a colon, is refused for its %s', (text, why, given) => {
    expect(parseSubscribe(text)).toEqual({ is: 'bad', why, given });
  });

  it.each([
    'subscribe',
    'subscribe me to revenue',
    'Subscribe!',
    ' subscribe ',
    'subscribe:',
    'subscribe : revenue',
  ])('“%s” says neither when nor what', (text) =>
    expect(parseSubscribe(text)).toEqual({ is: 'bad', why: 'no-question', given: '' }),
  );
});

describe('a question for Genie', () => {
  it.each([
    'subscribers by month',
    'Subscriptions by plan',
    'subscriptions',
    'subscribe rate every month',
    'subscribe events: how many',
    'subscribe events every day',
    'subscribe to newsletters by month',
    'subscribe events on monday at 9:00',
    'subscribed users every day at 9:00: how many',
    'subscribe daily count: by region',
    'unsubscribe every day at 9:00: x',
    'How many people subscribe every day at 9:00: a table',
    'revenue by region',
    '',
  ])('“%s”', (text) => expect(parseSubscribe(text)).toBeUndefined());
});

describe('a time at the end', () => {
  it.each([
    ['subscribe to revenue by region every weekday at 9:00', weekday(9)],
    ['Subscribe me to revenue by region, every weekday at 9:00.', weekday(9)],
    ['subscribe to “revenue by region” daily at 9am', day(9)],
    ['subscribe to revenue by region: every day at 9:00', day(9)],
    ['subscribe to revenue by region on the 1st of every month at 9:00', month(1, 9)],
  ])('“%s”', (text, schedule) => {
    expect(parseSubscribe(text)).toEqual({ is: 'wish', schedule, text: 'revenue by region' });
  });

  it.each([
    ['every 31st at 9:00', 'day', '31st'],
    ['every day at 25:00', 'time', '25:00'],
    ['every day at 9:00 in Atlantis', 'zone', 'Atlantis'],
  ])('“%s” is refused', (when, why, given) => {
    expect(parseSubscribe(`subscribe to revenue ${when}`)).toEqual({ is: 'bad', why, given });
  });
});

describe('the question', () => {
  it.each([
    ['every day at 9:00: revenue: 2025 vs 2024', 'revenue: 2025 vs 2024'],
    ['every day at 9: 30 biggest customers', '30 biggest customers'],
    ['every day at 9:00 revenue by region', 'revenue by region'],
    ['every day at 9:00 - revenue by region', 'revenue by region'],
    ['every day at 9:00, revenue by region', 'revenue by region'],
    ['every day at 9:00; revenue by region', 'revenue by region'],
    ['every day at 9:00: de la a las el mes e o le du jour', 'de la a las el mes e o le du jour'],
    ['every day at 9:00 ventas de la semana del mes', 'ventas de la semana del mes'],
    ['every day at 9:00 | revenue by region', 'revenue by region'],
    ['every day at 9:00 => revenue by region', 'revenue by region'],
    ['every day at 9:00. revenue by region', 'revenue by region'],
    ['every day at 9:00 to revenue by region', 'revenue by region'],
    ['every day at 9:00 Europe/Berlin revenue by region', 'revenue by region'],
    ['"every day at 9:00: revenue by region"', 'revenue by region'],
    ["'every day at 9:00': 'revenue by region'", 'revenue by region'],
    ['every day at 9:00\nrevenue: by region\nand month', 'revenue: by region\nand month'],
    ['every day at 9:00: "A" and "B"', '"A" and "B"'],
    ['every day at 9:00: Umsätze nach Größe', 'Umsätze nach Größe'],
    ['every day at 9:00: ＡＢＣ', 'ＡＢＣ'],
    ['every day at 9:00: every monday at 8:00: x', 'every monday at 8:00: x'],
  ])('of “%s” is as it was typed', (said, text) => {
    expect(parseSubscribe(`subscribe ${said}`)).toMatchObject({ is: 'wish', text });
  });
});
