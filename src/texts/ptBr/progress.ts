import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: 'Estou cuidando disso',
      WAITING_FOR_TURN: 'Aguardando o fim da sua pergunta anterior',
      WAITING_FOR_BUDGET: 'Sua pergunta está na fila',
      SUBMITTED: 'Pergunta enviada ao Genie',
      FETCHING_METADATA: 'Examinando as tabelas',
      FILTERING_CONTEXT: 'Interpretando sua pergunta',
      ASKING_AI: 'Escrevendo o SQL',
      PENDING_WAREHOUSE: 'Aguardando o SQL warehouse iniciar',
      EXECUTING_QUERY: 'Executando a consulta',
      COMPLETED: 'Lendo a resposta',
      ENDPOINT_STARTING: 'O endpoint está iniciando',
      ENDPOINT_WORKING: 'Preparando a resposta',
      LOADING_ROWS: 'As linhas ainda estão sendo carregadas',
      QUERY_RESULT_EXPIRED: 'Executando a consulta novamente',
    },
    working: 'O Genie está trabalhando nisso',
    underWay: ({ step }) => `${step}…`,
    since: ({ step, duration }) => `${step}… ${duration}`,
    toGo: ({ step, duration }) => `${step}. Tempo restante aproximado: ${duration}.`,
    silent: {
      once: 'O Genie não está respondendo no momento. Vou tentar mais uma vez.',
      until: ({ time }) =>
        `O Genie não está respondendo no momento. Vou continuar tentando até ${time}.`,
      for: ({ duration }) =>
        `O Genie não está respondendo no momento. Vou continuar tentando por mais ${duration}.`,
    },
  };
}
