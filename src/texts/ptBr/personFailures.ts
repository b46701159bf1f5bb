import type { Texts } from '../texts.ts';

export function personFailures(): Texts['personFailures'] {
  return { byAccess, byCode, scope };
}

const byAccess: Texts['personFailures']['byAccess'] = {
  permissions: {
    what: 'Você não tem acesso a todos os dados necessários para esta pergunta.',
    advice: 'Peça acesso ao proprietário dos dados ou pergunte sobre outro assunto.',
  },
  'space-access': {
    what: 'Você não tem acesso a este espaço do Genie.',
    advice: 'O proprietário do espaço pode compartilhá-lo com você.',
  },
  'warehouse-access': {
    what: 'O Genie não consegue usar o SQL warehouse deste espaço.',
    advice:
      'O problema não são suas permissões: o proprietário do espaço precisa escolher um warehouse que funcione.',
  },
  'workspace-access': {
    what: 'Você não tem acesso ao workspace do Databricks ou ao Databricks SQL nele.',
    advice: 'Peça os dois acessos ao administrador do Databricks.',
  },
};

const byCode: Texts['personFailures']['byCode'] = {
  'endpoint-forbidden': {
    what: 'Você não tem permissão para usar este endpoint.',
    advice: 'O proprietário dele pode dar a você “CAN QUERY”.',
  },
  'endpoint-not-found': {
    what: 'Este endpoint não existe, ou você não tem acesso a ele.',
    advice: 'O proprietário dele pode dar a você “CAN QUERY”.',
  },
  'genie-forbidden': {
    what: 'Você não tem permissão para usar o Genie aqui.',
    advice: 'Você precisa de acesso ao workspace do Databricks e ao espaço do Genie.',
  },
  'genie-not-found': {
    what: 'Você não tem acesso a este espaço do Genie, ou ele não existe mais.',
    advice: 'O proprietário do espaço pode compartilhá-lo com você.',
  },
  'genie-sign-in': {
    what: 'Em vez de responder, o Databricks mostrou a página de entrada.',
  },
  'genie-unauthorized': {
    what: 'O Databricks não aceitou seu login.',
    advice:
      'Digite “sair” e pergunte outra vez. Se isso não ajudar, peça ao administrador do Databricks acesso ao workspace.',
  },
  'no-space': {
    what: 'Você não tem acesso a nenhum espaço do Genie.',
    advice: 'O proprietário de um espaço pode compartilhá-lo com você.',
  },
};

const scope: Texts['personFailures']['scope'] = {
  what: 'Seu login não dá acesso ao Genie.',
};
