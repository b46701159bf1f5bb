import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer(grammar: Grammar): Texts['answer'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar);
  const rowsOf = (number: number) => counted(number, { one: 'linha', other: 'linhas' });
  return {
    showTable: 'Ver tabela',
    showChart: 'Ver gráfico',
    showSql: 'Ver SQL',
    hideSql: 'Ocultar SQL',
    showUnderstanding: 'Como foi interpretada',
    hide: 'Ocultar',
    download: 'Baixar',
    more: 'Mais',
    back: 'Voltar',
    moreRows: 'Mais linhas',
    previousRows: 'Linhas anteriores',
    askAgain: 'Perguntar de novo',
    askAgainTip: 'Fazer a mesma pergunta de novo',
    share: {
      channel: 'Compartilhar no canal',
      thread: 'Compartilhar no thread',
      chat: 'Compartilhar no chat',
    },
    tryAgain: 'Tentar novamente',
    approval: {
      ask: ({ tool }) => `Posso usar “${tool}”?`,
      askOf: ({ tool, server }) => `Posso usar “${tool}” de “${server}”?`,
      calledWith: 'Seria usado com:',
      shortened: ({ shown, total }) =>
        `Só cabem aqui ${count(shown)} de ${counted(total, { one: 'caractere', other: 'caracteres' })}. O que não dá para ler por inteiro não pode ser permitido.`,
      allow: 'Permitir',
      deny: 'Não permitir',
      allowed: 'Permitido.',
      denied: 'Não permitido.',
      answered: 'Você já respondeu a isso.',
      over: 'A conversa continuou desde então, por isso não é mais possível responder. Pergunte novamente.',
    },
    thumbs: {
      up: '👍 Útil',
      upTip: 'Esta resposta ajudou',
      down: '👎 Não foi útil',
      downTip: 'Esta resposta não ajudou',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: 'Remover avaliação',
      removeTip: 'Remover sua avaliação',
    },

    askNext: 'Continue perguntando',
    startedAnew: {
      space: 'Esta é uma nova conversa: não posso mais consultar quem respondia na anterior.',
      mode: 'Esta é uma nova conversa: o Genie agora funciona em outro modo.',
      identity: 'Esta é uma nova conversa: a anterior foi iniciada com outras permissões.',
      'conversation-gone': 'Nossa conversa anterior não existe mais no Genie, então esta é nova.',
      idle: 'Já faz algum tempo, então esta é uma nova conversa.',
    },
    asked: {
      channel: ({ question }) => `Você perguntou no canal: “${question}”`,
      thread: ({ question }) => `Você perguntou no thread: “${question}”`,
      chat: ({ question }) => `Você perguntou no chat: “${question}”`,
    },
    replyIn: {
      channel: 'Responda no canal.',
      thread: 'Responda no thread.',
      chat: 'Responda no chat.',
    },
    replyInFor: {
      channel: ({ example }) => `Responda no canal, por exemplo, “${example}”.`,
      thread: ({ example }) => `Responda no thread, por exemplo, “${example}”.`,
      chat: ({ example }) => `Responda no chat, por exemplo, “${example}”.`,
    },
    empty: 'O Genie não encontrou uma resposta. Tente reformular a pergunta.',
    hiddenTables: ({ tables }) => {
      const more = counted(tables, { one: 'tabela', other: 'tabelas' });
      return plural(tables, {
        one: `Há mais ${more} que não é mostrada.`,
        other: `Há mais ${more} que não são mostradas.`,
      });
    },

    textShortened: 'O texto foi encurtado para caber em uma mensagem.',
    sqlTooLong: 'O SQL é longo demais para ser mostrado aqui.',
    sqlShortened: ({ shown, total }) =>
      `SQL encurtado: ${count(shown)} de ${counted(total, { one: 'caractere', other: 'caracteres' })}.`,

    question: ({ question }) => `“${question}”`,
    rows: rowsOf,
    atLeastRows: (rows) => `pelo menos ${rowsOf(rows)}`,

    summary: {
      table: 'A resposta é uma tabela.',
      none: 'Não há resposta.',
    },
  };
}
