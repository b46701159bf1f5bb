import type { Texts } from '../texts.ts';

export function failureDetails(): Texts['failureDetails'] {
  return { byRefusal, byGenieFailure };
}

const byRefusal: Texts['failureDetails']['byRefusal'] = {
  address: { what: 'O Databricks não permite o acesso deste bot a partir do endereço IP dele.' },
  permissions: {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode ver os dados necessários.',
  },
  'private-link': {
    what: 'Este workspace do Databricks não permite acesso de fora da rede privada dele.',
  },
  scope: { what: 'As credenciais do Databricks deste bot não dão acesso ao Genie.' },
  'space-access': {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode usar o espaço do Genie.',
  },
  'warehouse-access': {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode usar o SQL warehouse.',
  },
  'workspace-access': {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode usar o workspace do Databricks.',
  },
};

const byGenieFailure: Texts['failureDetails']['byGenieFailure'] = {
  transient: {
    what: 'O Genie teve um problema interno.',
    advice: 'Tente novamente daqui a pouco.',
  },
  admin: { what: 'O Genie está desativado ou sem orçamento neste workspace.' },
  permissions: {
    what: 'O Genie não tem acesso aos dados necessários para esta pergunta (as tabelas ou o SQL warehouse).',
  },
  'workspace-access': {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode usar o workspace do Databricks.',
  },
  'space-access': {
    what: 'Este bot não tem permissão para usar o Genie: ele não pode usar o espaço do Genie.',
  },
  'warehouse-access': {
    what: 'O Genie não tem acesso aos dados necessários para esta pergunta: ele não pode usar o SQL warehouse.',
  },
  warehouse: {
    what: 'O SQL warehouse que o Genie usa não está disponível: está parado, foi excluído ou excedeu a cota.',
  },
  space: { what: 'O espaço do Genie não está configurado corretamente.' },
  'too-long': {
    what: 'Esta conversa ficou longa demais para o Genie.',
    advice: 'Digite “reiniciar” para iniciar uma nova conversa e peça menos dados por vez.',
  },
  'sql-too-long': {
    what: 'A consulta do Genie para esta pergunta é longa demais para ser executada.',
    advice: 'Peça menos dados por vez.',
  },
  'content-policy': {
    what: 'O Genie recusou esta pergunta por causa da política de conteúdo.',
    advice: 'Reformule a pergunta.',
  },
  rephrase: {
    what: 'O Genie não conseguiu escrever uma consulta para esta pergunta.',
    advice: 'Tente reformulá-la: diga o que medir, em que período e como agrupar.',
  },
  'query-failed': {
    what: 'O Genie escreveu uma consulta para esta pergunta, mas ela falhou.',
    advice: 'Reformular a pergunta costuma ajudar.',
  },
  concurrency: {
    what: 'O Genie ainda estava respondendo a outra pergunta desta conversa.',
    advice: 'Tente novamente daqui a pouco.',
  },
  cancelled: { what: 'Esta pergunta foi cancelada no Genie.' },
  'start-anew': {
    what: 'O Genie não pode continuar esta conversa.',
    advice: 'Digite “reiniciar” para iniciar uma nova e pergunte outra vez.',
  },
};
