import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function status(grammar: Grammar): Texts['status'] {
  const { count, decimal } = grammar;
  const counted = createCounted(grammar);
  return {
    title: ({ hours }) => (hours === 1 ? 'Última hora' : `Últimas ${decimal(hours)} horas`),
    questions: 'Perguntas',
    number: (number) => count(number),
    atLeast: ({ questions }) => `pelo menos ${count(questions)}`,
    summary: ({ title, questions }) => `${title}. Perguntas: ${questions}.`,
    answered: 'Respondidas',
    underWay: 'Em andamento',
    notAnswered: 'Sem resposta',
    none: 'nenhuma',
    subscriptions: 'Assinaturas',
    runs: ({ asked, sent, failed }) =>
      `consultadas: ${count(asked)}; enviadas: ${count(sent)}; com falha: ${count(failed)}`,
    timeToAnswer: 'Tempo de resposta',
    timeToAcknowledge: 'Tempo de confirmação',
    percentiles: ({ median, p95 }) => `mediana: ${median}; percentil 95: ${p95}`,
    now: 'Agora',
    genie: 'Genie',
    down: ({ silence, tried }) => `sem resposta há ${silence}; última tentativa há ${tried}`,
    budget: 'Cota do Genie',
    spent: ({ started, perMinute }) =>
      `${count(started)} de ${counted(perMinute, { one: 'pergunta', other: 'perguntas' })} no último minuto`,
    throttled: ({ spent, duration }) => `${spent}; limitada por mais ${duration}`,
    waiting: 'Aguardando',
    crowd: 'Web Chat e Direct Line',
    unknownPerson: 'Pessoa desconhecida',
    inLine: ({ questions }) => `${count(questions)} na fila`,
    clear: 'Remover',
    clearTip: ({ who }) => `Remover da fila: ${who}`,
    cleared: ({ questions }) => `Perguntas removidas da fila: ${count(questions)}.`,
  };
}
