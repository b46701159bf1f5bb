import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status({ plural, count, decimal }: Grammar): Texts['status'] {
  return {
    title: ({ hours }) =>
      plural(hours, { one: 'Die letzte Stunde', other: `Die letzten ${decimal(hours)} Stunden` }),
    questions: 'Fragen',
    number: (number) => count(number),
    atLeast: ({ questions }) => `mindestens ${count(questions)}`,
    summary: ({ title, questions }) => `${title} – Fragen: ${questions}.`,
    answered: 'Beantwortet',
    underWay: 'In Bearbeitung',
    notAnswered: 'Nicht beantwortet',
    none: 'keine',
    subscriptions: 'Abonnements',
    runs: ({ asked, sent, failed }) =>
      `${count(asked)} gestellt, ${count(sent)} gesendet, ${count(failed)} fehlgeschlagen`,
    timeToAnswer: 'Zeit bis zur Antwort',
    timeToAcknowledge: 'Zeit bis zur Empfangsbestätigung',
    percentiles: ({ median, p95 }) => `Median ${median}, 95. Perzentil ${p95}`,
    now: 'Jetzt',
    genie: 'Genie',
    down: ({ silence, tried }) => `antwortet seit ${silence} nicht; letzter Versuch vor ${tried}`,
    budget: 'Genie-Kontingent',
    spent: ({ started, perMinute }) =>
      `${count(started)} von ${count(perMinute)} Fragen in der letzten Minute`,
    throttled: ({ spent, duration }) => `${spent}; noch ${duration} gedrosselt`,
    waiting: 'Wartende Fragen',
    crowd: 'Web Chat und Direct Line',
    unknownPerson: 'Unbekannte Person',
    inLine: ({ questions }) => `${count(questions)} in der Warteschlange`,
    clear: 'Entfernen',
    clearTip: ({ who }) => `Aus der Warteschlange entfernen: ${who}`,
    cleared: ({ questions }) => `Aus der Warteschlange entfernt: ${count(questions)}.`,
  };
}
