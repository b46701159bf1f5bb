import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people(grammar: Grammar): Texts['people'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const questionsOf = (number: number) => counted(number, { one: 'pergunta', other: 'perguntas' });
  const conversationsOf = (number: number) =>
    counted(number, { one: 'conversa', other: 'conversas' });
  return {
    noAccess: ({ contact }) =>
      `Você não tem acesso a este bot. Para solicitar acesso, entre em contato com ${contact}.`,
    unknown: 'Não consegui confirmar quem você é. Tente novamente daqui a pouco.',
    tooOften: 'São muitas solicitações de uma vez. Aguarde um minuto e tente novamente.',
    tooManyPerMinute:
      'Você atingiu o limite de perguntas por minuto. Aguarde um minuto e tente novamente.',
    tooBusy: 'Há perguntas demais aguardando no momento. Tente novamente em alguns minutos.',
    tooManyOpen: ({ limit }) =>
      plural(limit, {
        one: 'Você já tem uma pergunta em andamento aqui. Aguarde a resposta ou digite “cancelar” para interrompê-la.',
        other: `Você já tem ${questionsOf(limit)} em andamento aqui. Aguarde uma resposta ou digite “cancelar” para interrompê-las.`,
      }),
    tooManyWaiting: ({ limit }) =>
      plural(limit, {
        one: 'Você já tem uma pergunta na fila. Aguarde até que ela seja respondida.',
        other: `Você já tem ${questionsOf(limit)} na fila. Aguarde até que uma delas seja respondida.`,
      }),
    questionTooLong: ({ limit }) =>
      `Sua pergunta é longa demais. O limite é de ${counted(limit, { one: 'caractere', other: 'caracteres' })}.`,
    askForEmail:
      'Antes de perguntar ao Genie, preciso do seu e-mail (e do seu nome, se quiser): “Ada Lovelace <ada@example.com>”. Logo depois, vou enviar sua pergunta.',
    introduced: ({ email }) =>
      `Certo. Vou usar ${email} como seu e-mail (não verificado) até você digitar “sair”.`,
    askingNow: 'Enviando sua pergunta agora:',
    forgotten: 'Esqueci quem você é e apaguei seu histórico neste chat.',
    teamsTellsAgain:
      'Na próxima vez que você perguntar, o Teams vai me informar seu nome e seu e-mail novamente.',
    pageTellsAgain:
      'Na próxima vez que você perguntar, seu login nesta página vai me informar seu nome e seu e-mail novamente.',
    reloadPage: 'Você ficou um tempo fora. Recarregue a página para continuar.',
    deleted: ({ number }) =>
      plural(number, {
        one: 'Excluí sua conversa.',
        other: `Excluí suas ${conversationsOf(number)}.`,
      }),
    nothingToDelete: 'Você não tinha nenhuma conversa para excluir.',
    leftUndeleted: ({ number }) =>
      plural(number, {
        one: 'Não consegui excluir uma conversa que você teve com permissões diferentes das atuais.',
        other: `Não consegui excluir ${conversationsOf(number)} que você teve com permissões diferentes das atuais.`,
      }),
  };
}
