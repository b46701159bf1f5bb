import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status(grammar: Grammar): Texts['status'] {
  const { count, decimal } = grammar;
  const counted = createCounted(grammar);
  return {
    title: ({ hours }) => (hours === 1 ? 'Última hora' : `Últimas ${decimal(hours)} horas`),
    questions: 'Preguntas',
    number: (number) => count(number),
    atLeast: ({ questions }) => `al menos ${count(questions)}`,
    summary: ({ title, questions }) => `${title}. Preguntas: ${questions}.`,
    answered: 'Respondidas',
    underWay: 'En curso',
    notAnswered: 'Sin respuesta',
    none: 'ninguna',
    subscriptions: 'Suscripciones',
    runs: ({ asked, sent, failed }) =>
      `consultadas: ${count(asked)}; enviadas: ${count(sent)}; con error: ${count(failed)}`,
    timeToAnswer: 'Tiempo de respuesta',
    timeToAcknowledge: 'Tiempo de acuse de recibo',
    percentiles: ({ median, p95 }) => `mediana: ${median}; percentil 95: ${p95}`,
    now: 'Ahora',
    genie: 'Genie',
    down: ({ silence, tried }) => `no responde desde hace ${silence}; último intento hace ${tried}`,
    budget: 'Cuota de Genie',
    spent: ({ started, perMinute }) =>
      `${count(started)} de ${counted(perMinute, { one: 'pregunta', other: 'preguntas' })} en el último minuto`,
    throttled: ({ spent, duration }) => `${spent}; limitada durante ${duration} más`,
    waiting: 'En espera',
    crowd: 'Web Chat y Direct Line',
    unknownPerson: 'Persona desconocida',
    inLine: ({ questions }) => `${count(questions)} en la cola`,
    clear: 'Quitar',
    clearTip: ({ who }) => `Quitar de la cola: ${who}`,
    cleared: ({ questions }) => `Preguntas quitadas de la cola: ${count(questions)}.`,
  };
}
