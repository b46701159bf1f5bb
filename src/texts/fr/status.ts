import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status(grammar: Grammar): Texts['status'] {
  const { count, decimal } = grammar;
  const counted = createCounted(grammar, 'd’');
  return {
    title: ({ hours }) =>
      hours === 1 ? 'La dernière heure' : `Les ${decimal(hours)} dernières heures`,
    questions: 'Questions',
    number: (number) => count(number),
    atLeast: ({ questions }) => `au moins ${count(questions)}`,
    summary: ({ title, questions }) => `${title} – questions : ${questions}.`,
    answered: 'Avec réponse',
    underWay: 'En cours',
    notAnswered: 'Sans réponse',
    none: 'aucune',
    subscriptions: 'Abonnements',
    runs: ({ asked, sent, failed }) =>
      `posées : ${count(asked)} ; envoyées : ${count(sent)} ; en échec : ${count(failed)}`,
    timeToAnswer: 'Délai de réponse',
    timeToAcknowledge: 'Délai d’accusé de réception',
    percentiles: ({ median, p95 }) => `médiane ${median}, 95e centile ${p95}`,
    now: 'En ce moment',
    genie: 'Genie',
    down: ({ silence, tried }) =>
      `ne répond plus depuis ${silence} ; dernier essai il y a ${tried}`,
    budget: 'Quota de Genie',
    spent: ({ started, perMinute }) =>
      `${count(started)} sur ${counted(perMinute, { one: 'question', other: 'questions' })} pendant la dernière minute`,
    throttled: ({ spent, duration }) => `${spent} ; débit limité pendant encore ${duration}`,
    waiting: 'En attente',
    crowd: 'Web Chat et Direct Line',
    unknownPerson: 'Personne inconnue',
    inLine: ({ questions }) => `${count(questions)} dans la file d’attente`,
    clear: 'Retirer',
    clearTip: ({ who }) => `Retirer de la file d’attente : ${who}`,
    cleared: ({ questions }) => `Questions retirées de la file d’attente : ${count(questions)}.`,
  };
}
