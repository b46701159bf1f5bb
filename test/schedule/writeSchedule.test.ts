import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { writeDue } from '../../src/schedule/writeDue.ts';
import { writeSchedule } from '../../src/schedule/writeSchedule.ts';
import { testReader } from '../support/testReader.ts';

const reader = (locale: string) => testReader('teams', { locale });
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const at = { hour: 9, minute: 0 };
const weekday: Schedule = { every: 'weekday', at };
const days: Schedule = { every: 'week', days: [1, 3, 5], at };
const month = (day: number | 'last'): Schedule => ({ every: 'month', day, at });

describe('a schedule', () => {
  it.each<[string, Schedule, string]>([
    ['en-US', { every: 'day', at }, 'Every day at 9:00 AM'],
    ['en-US', { every: 'day', at: { hour: 0, minute: 5 } }, 'Every day at 12:05 AM'],
    ['en-GB', weekday, 'Every weekday at 09:00'],
    ['en-US', days, 'Every Monday, Wednesday, and Friday at 9:00 AM'],
    ['en-US', month(1), 'Every 1st of the month at 9:00 AM'],
    ['en-US', month(12), 'Every 12th of the month at 9:00 AM'],
    ['en-US', month(22), 'Every 22nd of the month at 9:00 AM'],
    ['en-US', month('last'), 'Every last day of the month at 9:00 AM'],
    ['de-DE', weekday, 'Montag bis Freitag um 09:00 Uhr'],
    ['de-DE', days, 'Jeden Montag, Mittwoch und Freitag um 09:00 Uhr'],
    ['de-DE', month(15), 'Am 15. jedes Monats um 09:00 Uhr'],
    ['fr-FR', days, 'Tous les lundis, mercredis et vendredis à 09:00'],
    ['fr-FR', month(1), 'Le 1er de chaque mois à 09:00'],
    ['fr-FR', month(2), 'Le 2 de chaque mois à 09:00'],
    ['es-ES', days, 'Cada lunes, miércoles y viernes a las 9:00'],
    ['es-ES', { every: 'day', at: { hour: 1, minute: 30 } }, 'Todos los días a la 1:30'],
    ['es-ES', { every: 'day', at: { hour: 11, minute: 30 } }, 'Todos los días a las 11:30'],
    [
      'pt-BR',
      { every: 'week', days: [1, 6], at },
      'Toda semana na segunda-feira e no sábado às 09:00',
    ],
    ['ja-JP', days, '毎週月曜日、水曜日、金曜日 9:00'],
    ['zh-CN', days, '每周一、周三和周五 09:00'],
    ['zh-CN', month('last'), '每月最后一天 09:00'],
  ])('in %s, of %j, reads “%s”', (locale, schedule, said) => {
    expect(spaced(writeSchedule(schedule, reader(locale)))).toBe(said);
  });
});

describe('a due time', () => {
  it.each([
    ['en-US', 'Europe/Berlin', 'Monday, November 30, 2026 at 9:00 AM (Europe/Berlin)'],
    ['en-GB', 'UTC', 'Monday, 30 November 2026 at 08:00 (UTC)'],
    ['de-DE', 'Asia/Kolkata', 'Montag, 30. November 2026 um 13:30 (Asia/Kolkata)'],
    ['ja-JP', 'Pacific/Honolulu', '2026年11月29日日曜日 22:00（Pacific/Honolulu）'],
    ['zh-CN', '+02:00', '2026年11月30日星期一 10:00（+02:00）'],
  ])('in %s is on the clocks of %s, which it names', (locale, timeZone, said) => {
    const due = Date.parse('2026-11-30T08:00Z');
    expect(spaced(writeDue(due, timeZone, reader(locale)))).toBe(said);
  });
});
