import { describe, expect, it } from 'vitest';
import { parseSubscribe } from '../../src/schedule/parseSubscribe.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

const day = (hour: number, minute = 0): Schedule => ({ every: 'day', at: { hour, minute } });
const weekday = (hour: number, minute = 0): Schedule => ({
  every: 'weekday',
  at: { hour, minute },
});
const week = (days: readonly number[], hour: number, minute = 0) =>
  ({ every: 'week', days, at: { hour, minute } }) as Schedule;
const month = (which: number | 'last', hour: number, minute = 0): Schedule => ({
  every: 'month',
  day: which,
  at: { hour, minute },
});

describe.each<[string, string, [string, Schedule][]]>([
  [
    'German',
    'abonniere',
    [
      ['jeden Tag um 9:00', day(9)],
      ['täglich um 9 Uhr', day(9)],
      ['taeglich um 9 Uhr', day(9)],
      ['jeden Tag um 9 Uhr 30', day(9, 30)],
      ['jeden Tag um 17.30 Uhr', day(17, 30)],
      ['jeden Morgen um 7', day(7)],
      ['jeden Tag um 5 Uhr nachmittags', day(17)],
      ['jeden Tag um 12 Uhr mittags', day(12)],
      ['jeden Tag um Mitternacht', day(0)],
      ['jeden Werktag um 17:30', weekday(17, 30)],
      ['werktags um 17:30', weekday(17, 30)],
      ['Montag bis Freitag um 8:00', weekday(8)],
      ['Mo–Fr 8:00', weekday(8)],
      ['montags um 8', week([1], 8)],
      ['jeden Montag, Mittwoch und Freitag um 8:00', week([1, 3, 5], 8)],
      ['jede Woche am Dienstag um 8:00', week([2], 8)],
      ['am Wochenende um 10 Uhr', week([6, 7], 10)],
      ['jeden 1. um 9:00', month(1, 9)],
      ['jeden Ersten um 9:00', month(1, 9)],
      ['am 15. jedes Monats um 9:00', month(15, 9)],
      ['monatlich am 2. um 9:00', month(2, 9)],
      ['jeden letzten Tag um 9:00', month('last', 9)],
      ['am letzten Tag des Monats um 9:00', month('last', 9)],
      ['am Monatsende um 9:00', month('last', 9)],
    ],
  ],
  [
    'French',
    'abonne-moi',
    [
      ['tous les jours à 9:00', day(9)],
      ['tous les jours à 9h', day(9)],
      ['chaque jour à 9 h 30', day(9, 30)],
      ['chaque jour à 9h30', day(9, 30)],
      ['chaque jour à 9 heures et demie', day(9, 30)],
      ['tous les matins à 8h', day(8)],
      ['tous les jours à 5 heures de l’après-midi', day(17)],
      ['tous les jours à midi', day(12)],
      ['les jours ouvrés à 17h30', weekday(17, 30)],
      ['chaque jour ouvrable à 17:30', weekday(17, 30)],
      ['du lundi au vendredi à 8h', weekday(8)],
      ['de lundi à vendredi à 8h', weekday(8)],
      ['chaque lundi à 8:00', week([1], 8)],
      ['tous les lundis, mercredis et vendredis à 8:00', week([1, 3, 5], 8)],
      ['le lundi à 8h', week([1], 8)],
      ['le week-end à 10h', week([6, 7], 10)],
      ['le 1er de chaque mois à 9:00', month(1, 9)],
      ['chaque 1er à 9:00', month(1, 9)],
      ['le 15 de chaque mois à 9h', month(15, 9)],
      ['tous les mois le 15 à 9h', month(15, 9)],
      ['le premier jour du mois à 9h', month(1, 9)],
      ['le dernier jour du mois à 9:00', month('last', 9)],
      ['chaque dernier jour à 9:00', month('last', 9)],
    ],
  ],
  [
    'Spanish',
    'suscribirme',
    [
      ['todos los días a las 9:00', day(9)],
      ['cada día a las 9', day(9)],
      ['cada día a la 1:00', day(1)],
      ['diariamente a las 9 y media', day(9, 30)],
      ['cada día a las 9 de la mañana', day(9)],
      ['cada día a las 5:30 p. m.', day(17, 30)],
      ['cada mañana a las 8', day(8)],
      ['cada día al mediodía', day(12)],
      ['cada día laborable a las 17:30', weekday(17, 30)],
      ['de lunes a viernes a las 8:00', weekday(8)],
      ['todos los lunes a las 8:00', week([1], 8)],
      ['cada lunes, miércoles y viernes a las 8:00', week([1, 3, 5], 8)],
      ['los fines de semana a las 10', week([6, 7], 10)],
      ['cada 1º a las 9:00', month(1, 9)],
      ['el día 1 de cada mes a las 9:00', month(1, 9)],
      ['el 15 de cada mes a las 9:00', month(15, 9)],
      ['el último día del mes a las 9:00', month('last', 9)],
      ['cada último día a las 9:00', month('last', 9)],
    ],
  ],
  [
    'Portuguese',
    'assinar',
    [
      ['todos os dias às 9:00', day(9)],
      ['todo dia às 9h', day(9)],
      ['todo dia às 9h30', day(9, 30)],
      ['diariamente às 9 e meia', day(9, 30)],
      ['todo dia às 5 da tarde', day(17)],
      ['todo dia ao meio-dia', day(12)],
      ['todo dia útil às 17:30', weekday(17, 30)],
      ['dias úteis às 17h30', weekday(17, 30)],
      ['de segunda a sexta às 8h', weekday(8)],
      ['de segunda a sexta-feira às 8h', weekday(8)],
      ['toda segunda-feira às 8:00', week([1], 8)],
      ['todas as segundas às 8:00', week([1], 8)],
      ['segunda, quarta e sexta às 8:00', week([1, 3, 5], 8)],
      ['todo sábado às 8:00', week([6], 8)],
      ['todo dia 1º às 9:00', month(1, 9)],
      ['todo dia 15 às 9h', month(15, 9)],
      ['no dia 1 de cada mês às 9:00', month(1, 9)],
      ['no último dia do mês às 9:00', month('last', 9)],
      ['todo último dia às 9:00', month('last', 9)],
    ],
  ],
  [
    'Japanese',
    '購読',
    [
      ['毎日9:00', day(9)],
      ['毎日 9時', day(9)],
      ['毎日９：００', day(9)],
      ['毎日9時30分に', day(9, 30)],
      ['毎日9時半', day(9, 30)],
      ['毎日午後5時半', day(17, 30)],
      ['毎朝8時', day(8)],
      ['毎日正午', day(12)],
      ['平日17:30', weekday(17, 30)],
      ['月曜日から金曜日 8:00', weekday(8)],
      ['月〜金 8:00', weekday(8)],
      ['毎週月曜日8:00', week([1], 8)],
      ['毎週月曜の8時', week([1], 8)],
      ['毎週月・水・金 8:00', week([1, 3, 5], 8)],
      ['毎週月曜日と木曜日の8時', week([1, 4], 8)],
      ['週末10時', week([6, 7], 10)],
      ['毎月1日9:00', month(1, 9)],
      ['毎月15日の9時', month(15, 9)],
      ['毎月末日9:00', month('last', 9)],
      ['毎月最終日の9時', month('last', 9)],
    ],
  ],
  [
    'Chinese',
    '订阅',
    [
      ['每天9:00', day(9)],
      ['每天 9点', day(9)],
      ['每天９：００', day(9)],
      ['每天上午9点30分', day(9, 30)],
      ['每天下午5点半', day(17, 30)],
      ['每天早上8点', day(8)],
      ['每天中午12点', day(12)],
      ['每个工作日17:30', weekday(17, 30)],
      ['工作日 17:30', weekday(17, 30)],
      ['周一到周五 8:00', weekday(8)],
      ['每周一8:00', week([1], 8)],
      ['每星期一 8:00', week([1], 8)],
      ['每周一、周三和周五 8:00', week([1, 3, 5], 8)],
      ['每周一、三、五 8:00', week([1, 3, 5], 8)],
      ['每周末10点', week([6, 7], 10)],
      ['每月1日9:00', month(1, 9)],
      ['每月15号9点', month(15, 9)],
      ['每月最后一天9:00', month('last', 9)],
      ['每月底 9:00', month('last', 9)],
    ],
  ],
])('in %s', (_language, verb, wishes) => {
  it.each(wishes)('“%s”', (when, schedule) => {
    const wish = { is: 'wish', schedule, text: 'Umsatz: 売上' };
    expect(parseSubscribe(`${verb} ${when}: Umsatz: 売上`)).toEqual(wish);
    expect(parseSubscribe(`${verb.toUpperCase()} ${when.toUpperCase()}：Umsatz: 売上`)).toEqual(
      wish,
    );
    expect(parseSubscribe(`${verb}：\n${when}\nUmsatz: 売上`)).toEqual(wish);
    // With the English verb, and accents left out.
    const bare = when
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
    expect(parseSubscribe(`subscribe ${bare}: Umsatz: 売上`)).toEqual(wish);
    expect(parseSubscribe(`subscribe ${when.normalize('NFD')}: Umsatz: 売上`)).toEqual(wish);
    expect(parseSubscribe(`${verb} ${when}`)).toMatchObject({ is: 'bad', why: 'no-question' });
  });

  it('alone is refused', () => {
    expect(parseSubscribe(verb)).toEqual({ is: 'bad', why: 'no-question', given: '' });
  });
});

describe('what can’t be had', () => {
  it.each([
    ['abonniere jeden 31. um 9:00: Umsatz', 'day', '31.'],
    ['abonniere jeden Tag um 25 Uhr: Umsatz', 'time', '25 Uhr'],
    ['abonniere jeden Tag um 9:60: Umsatz', 'time', '9:60'],
    ['abonniere jeden Tag um 9:00 in Atlantis: Umsatz', 'zone', 'Atlantis'],
    ['abonniere alle 2 Wochen: Umsatz', 'when', 'alle 2 Wochen'],
    ['abonniere jede Stunde: Umsatz', 'when', 'jede Stunde'],
    ['abonniere morgen um 9: Umsatz', 'when', 'morgen um 9'],
    ['abonniere jeden Tag alle 2 Stunden: Umsatz', 'when', 'jeden Tag alle 2 Stunden'],
    ['abonne-moi chaque 31 du mois à 9h : CA', 'day', '31'],
    ['abonne-moi chaque jour à 25h : CA', 'time', '25h'],
    ['abonne-moi toutes les heures : CA', 'when', 'toutes les heures'],
    ['abonne-moi demain à 9h : CA', 'when', 'demain à 9h'],
    ['abonne-moi tous les 2 jours à 9h : CA', 'when', 'tous les 2 jours à 9h'],
    ['suscribirme el día 31 de cada mes a las 9:00: ventas', 'day', '31'],
    ['suscribirme cada día a las 25:00: ventas', 'time', '25:00'],
    ['suscribirme cada 2 horas: ventas', 'when', 'cada 2 horas'],
    ['suscribirme mañana a las 9: ventas', 'when', 'mañana a las 9'],
    ['assinar todo dia 31 às 9:00: receita', 'day', '31'],
    ['assinar todo dia às 25:00: receita', 'time', '25:00'],
    ['assinar a cada 2 horas: receita', 'when', 'a cada 2 horas'],
    ['assinar amanhã às 9h: receita', 'when', 'amanhã às 9h'],
    ['購読 毎月31日9:00：売上', 'day', '31日'],
    ['購読 毎日25時：売上', 'time', '25時'],
    ['購読 毎時：売上', 'when', '毎時'],
    ['購読 2時間ごと：売上', 'when', '2時間ごと'],
    ['購読 明日9時：売上', 'when', '明日9時'],
    ['订阅 每月31号9:00：收入', 'day', '31号'],
    ['订阅 每天25点：收入', 'time', '25点'],
    ['订阅 每小时：收入', 'when', '每小时'],
    ['订阅 每2小时：收入', 'when', '每2小时'],
    ['订阅 每两周一次：收入', 'when', '每两周一次'],
    ['订阅 明天9点：收入', 'when', '明天9点'],
  ])('%s', (text, why, given) => {
    expect(parseSubscribe(text)).toEqual({ is: 'bad', why, given });
  });
});

describe('a question for Genie', () => {
  it.each([
    'Abonnenten nach Monat',
    'Abonnements nach Tarif jeden Monat',
    'abonnieren Kunden nach Monat',
    'abonnés par mois',
    'abonnements par jour : combien',
    'suscriptores por mes',
    'suscripciones cada mes',
    'assinantes por mês',
    'assinaturas todo mês',
    '購読者数を月別に',
    '購読数 毎月',
    '購読者：毎日の推移',
    '订阅用户数按月',
    '订阅数：每天',
    '订阅每月增长率',
  ])('%s', (text) => expect(parseSubscribe(text)).toBeUndefined());
});

describe('the zone', () => {
  it.each([
    ['abonniere jeden Tag um 9:00 in Berlin: Umsatz', 'Europe/Berlin'],
    ['abonniere jeden Tag um 9 Uhr (Zeitzone Europe/Vienna): Umsatz', 'Europe/Vienna'],
    ['abonniere jeden Tag um 9 Uhr MEZ: Umsatz', 'CET'],
    ['abonne-moi tous les jours à 9h, heure de Paris : CA', 'Europe/Paris'],
    ['suscribirme cada día a las 9:00, hora de Madrid: ventas', 'Europe/Madrid'],
    ['assinar todo dia às 9h, horário de São Paulo: receita', 'America/Sao_Paulo'],
    ['購読 毎日9:00（日本時間）：売上', 'Asia/Tokyo'],
    ['订阅 每天9:00（北京时间）：收入', 'Asia/Shanghai'],
  ])('%s', (text, timeZone) => {
    expect(parseSubscribe(text)).toMatchObject({ is: 'wish', schedule: day(9), timeZone });
  });
});
