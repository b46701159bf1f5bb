import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer(grammar: Grammar): Texts['lastAnswer'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  return {
    none: 'Você ainda não recebeu nenhuma resposta neste chat.',
    coming: 'Estou cuidando disso. Você vai receber a resposta assim que ela estiver pronta.',
    onlyTheAsker: 'Só quem fez a pergunta pode fazer isso, e apenas por tempo limitado.',
    onlyInOwnChat:
      'Essa resposta está no nosso chat privado, onde só você pode vê-la. Faça isso lá.',
    placeNote: {
      private: 'Vou responder no nosso chat privado, onde só você pode ver a resposta.',
      closed:
        'Não consigo falar com você em um chat privado. Abra um chat comigo e digite “mostrar resposta”: vou responder lá, onde só você pode ver a resposta.',
    },
    cannotShowAs: {
      line: 'Não consigo mostrar sua última resposta como gráfico de linhas. São necessários números e uma data ou categoria.',
      bar: 'Não consigo mostrar sua última resposta como gráfico de barras. São necessários uma categoria e números (no Teams, sem números negativos).',
      donut:
        'Não consigo mostrar sua última resposta como gráfico de rosca. São necessários números que sejam partes de um total.',
      table: 'Sua última resposta não contém nenhuma tabela.',
    },
    sql: {
      title: 'SQL da sua última resposta',
      none: 'Sua última resposta não tinha SQL.',
      hidden: ({ queries }) => {
        const more = counted(queries, { one: 'consulta', other: 'consultas' });
        return plural(queries, {
          one: `Há mais ${more} que não é mostrada.`,
          other: `Há mais ${more} que não são mostradas.`,
        });
      },
    },
    rating: {
      ask: 'Esta resposta foi útil?',
      removed: 'Sua avaliação foi removida.',
      sent: 'Agradecemos sua avaliação. Ela foi enviada ao Genie.',
      sentWithComment: 'Agradecemos sua avaliação e seu comentário. Eles foram enviados ao Genie.',
      saved: 'Agradecemos sua avaliação. Ela foi salva.',
      savedWithComment: 'Agradecemos sua avaliação e seu comentário. Eles foram salvos.',
      commentHint: 'O que estava errado? (opcional)',
      sendComment: 'Enviar comentário',
      notSaved: 'Não foi possível salvar sua avaliação.',
      notSent: 'Não foi possível enviar sua avaliação ao Genie.',
    },
    download: {
      open: { csv: 'Abrir o arquivo CSV', xlsx: 'Abrir o arquivo do Excel' },
      content: 'O arquivo contém todas as linhas da tabela.',
      expires: ({ minutes }) =>
        `Qualquer pessoa com este link pode abrir o arquivo. O link expira em ${counted(minutes, { one: 'minuto', other: 'minutos' })}.`,
      summary: 'Seu arquivo está pronto.',
      off: 'Os downloads não estão mais disponíveis.',
    },
    pages: {
      notLoaded: ({ reason }) => `Não foi possível carregar as linhas. ${reason}`,
      noMoreFromGenie: 'O Genie não retornou mais linhas além destas.',
      noMore: 'Não há mais linhas.',
    },
    notRecalled: 'Não consigo recuperar esta pergunta agora. Digite-a novamente.',
    share: {
      shared: {
        channel: 'Resposta compartilhada no canal.',
        thread: 'Resposta compartilhada no thread.',
        chat: 'Resposta compartilhada no chat.',
      },
      already: 'A resposta já foi compartilhada.',
      unsure: {
        channel:
          'Talvez eu já tenha compartilhado a resposta, mas não sei se ela chegou. Verifique o canal.',
        thread:
          'Talvez eu já tenha compartilhado a resposta, mas não sei se ela chegou. Verifique o thread.',
        chat: 'Talvez eu já tenha compartilhado a resposta, mas não sei se ela chegou. Verifique o chat.',
      },
      refused: {
        channel: 'Não consigo publicar no canal. Talvez alguém tenha me removido dele.',
        thread: 'Não consigo publicar no thread. Talvez alguém tenha me removido dele.',
        chat: 'Não consigo publicar no chat. Talvez alguém tenha me removido dele.',
      },
    },
  };
}
