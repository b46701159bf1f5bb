import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: 'Não funcionou.',
    silence: ({ duration }) => `O Genie não respondeu durante ${duration}.`,
    contact: ({ contact }) => `Entre em contato com ${contact} e informe o ID do erro abaixo.`,
    contactAdmin: 'Entre em contato com o administrador e informe o ID do erro abaixo.',
    contactWithThisId: ({ contact }) =>
      `Entre em contato com ${contact} e informe este ID do erro.`,
    errorId: ({ errorId }) => `ID do erro: ${errorId}`,
    errorIdAtEnd: ({ errorId }) => `(ID do erro: ${errorId})`,
    tryAgain: 'Tentar novamente',
    showTheAnswer: 'Mostrar a resposta',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': { what: 'Não tenho mais esta resposta.', advice: 'Pergunte outra vez.' },
  'bad-request': {
    what: 'Não consegui processar esta pergunta.',
    advice: 'Pergunte outra vez usando apenas texto simples.',
  },
  'chat-deleted': { what: 'Este chat foi excluído.', advice: 'Inicie um novo chat.' },
  'cleared-by-admin': { what: 'Um administrador removeu esta pergunta da fila.' },
  'cancelled-by-asker': { what: 'Você cancelou esta pergunta.' },
  config: { what: 'A configuração deste bot não está completa.' },
  'conversation-closed': {
    what: 'O Genie não pode continuar nossa conversa.',
    advice: 'Se você perguntar outra vez, uma nova será iniciada.',
  },
  'conversation-gone': {
    what: 'Nossa conversa não existe mais no Genie.',
    advice: 'Se você perguntar outra vez, uma nova será iniciada.',
  },
  'delivery-unsure': {
    what: 'Enviei a resposta, mas não sei se ela chegou.',
    advice: 'Se você não a encontrar acima, posso mostrá-la de novo.',
  },
  'endpoint-busy': {
    what: 'Este endpoint atingiu o limite por enquanto.',
    advice: 'Tente novamente em um minuto.',
  },
  'endpoint-cut-off': {
    what: 'A resposta foi interrompida antes do fim.',
    advice: 'Tente novamente.',
  },
  'endpoint-declined': {
    what: 'Este endpoint não aceitou a pergunta.',
    advice: 'Encurte a pergunta ou reformule-a.',
  },
  'endpoint-failed': {
    what: 'Este endpoint não conseguiu responder à pergunta.',
    advice: 'Reformulá-la pode ajudar.',
  },
  'endpoint-forbidden': {
    what: 'Este bot não tem permissão para usar este endpoint.',
    advice: 'O proprietário do endpoint precisa conceder a permissão “Can Query”.',
  },
  'endpoint-not-found': { what: 'Este endpoint não foi encontrado ou está desativado.' },
  'endpoint-starting': {
    what: 'Este endpoint ainda está iniciando.',
    advice: 'Tente novamente em alguns minutos.',
  },
  'endpoint-timeout': {
    what: 'Este endpoint demorou demais para responder.',
    advice: 'Perguntas mais específicas costumam ser respondidas mais rápido.',
  },
  'endpoint-unsure': {
    what: 'Você permitiu, mas não consigo saber se isso foi feito.',
    advice: 'Verifique antes de pedir de novo.',
  },
  'genie-bad-response': {
    what: 'O Genie enviou uma resposta que não consegui interpretar.',
    advice: 'Tente novamente daqui a pouco.',
  },
  'genie-cancelled': { what: 'Esta pergunta foi cancelada no Genie.' },
  'genie-declined': {
    what: 'O Genie não aceitou esta pergunta.',
    advice: 'Encurte ou reformule a pergunta.',
  },
  'genie-disabled': {
    what: 'O Genie, ou um recurso de que ele precisa, está desativado neste workspace do Databricks.',
  },
  'genie-failed': {
    what: 'O Genie não conseguiu responder a esta pergunta.',
    advice: 'Reformular a pergunta costuma ajudar.',
  },
  'genie-forbidden': { what: 'Este bot não tem permissão para usar o Genie.' },
  'genie-inactive': {
    what: 'O Genie ou o workspace do Databricks dele está em pausa ou inativo.',
  },
  'genie-not-found': {
    what: 'O espaço do Genie deste bot não foi encontrado, ou o bot não tem acesso a ele.',
  },
  'genie-redirected': {
    what: 'Em vez de responder, o Databricks me redirecionou para outro endereço.',
  },
  'genie-sign-in': { what: 'Em vez de responder, o Databricks pediu que eu entrasse.' },
  'genie-throttled': {
    what: 'O Genie atingiu o limite de perguntas por enquanto.',
    advice: 'Tente novamente em um minuto.',
  },
  'genie-timeout': {
    what: 'O Genie demorou demais para responder.',
    advice:
      'Se a resposta ainda chegar, vou publicá-la aqui. Perguntas mais específicas, como sobre um único mês ou uma única região, costumam ser respondidas mais rápido.',
  },
  'genie-unauthorized': { what: 'O Databricks não aceitou as credenciais deste bot.' },
  'genie-unavailable': {
    what: 'O Genie está ocupado ou indisponível no momento.',
    advice: 'Tente novamente em alguns minutos.',
  },
  'genie-unreachable': {
    what: 'Não consegui me conectar ao Databricks.',
    advice: 'Tente novamente em alguns minutos.',
  },
  'identity-changed': {
    what: 'Esta pergunta foi feita com permissões diferentes das que você tem aqui agora, então não posso mais usá-la.',
    advice: 'Pergunte outra vez.',
  },
  internal: { what: 'Algo deu errado do nosso lado.', advice: 'Tente novamente.' },
  'no-space': { what: 'Este bot não tem acesso a nenhum espaço do Genie.' },
  'secret-unavailable': {
    what: 'Este bot não conseguiu obter as credenciais do Databricks.',
  },
  'sign-in-expired': {
    what: 'Sua sessão expirou antes de a resposta chegar.',
    advice: 'Pergunte outra vez.',
  },
  'sign-in-late': {
    what: 'Esperei 15 minutos para você entrar na sua conta, então não cheguei a perguntar ao Genie.',
    advice: 'Pergunte outra vez.',
  },
  'sign-in-mismatch': {
    what: 'Você entrou com uma conta diferente da que usa aqui, então desconectei essa conta.',
    advice: 'Pergunte outra vez e entre com a conta que você usa aqui.',
  },
  'sign-in-refused': {
    what: 'O Databricks não aceita sua conta.',
    advice: 'Talvez ela ainda não esteja cadastrada.',
  },
  'sign-in-replaced': {
    what: 'Você fez outra pergunta antes de entrar na sua conta, então não enviei esta.',
  },
  'sign-in-required': {
    what: 'O Genie responde com suas permissões do Databricks, então você precisa entrar primeiro.',
    advice: 'Digite “entrar” no nosso chat privado e pergunte outra vez.',
  },
  'sign-in-unavailable': {
    what: 'Não consegui me conectar ao serviço que guarda seu login.',
    advice: 'Tente novamente em alguns minutos.',
  },
  storage: {
    what: 'Não consegui salvar meu trabalho.',
    advice: 'Tente novamente em alguns minutos.',
  },
  'too-busy': {
    what: 'Há perguntas demais aguardando, então não pude aceitar esta.',
    advice: 'Tente novamente em alguns minutos.',
  },
  'too-large': {
    what: 'Este resultado é grande demais para ser carregado.',
    advice: 'Peça menos linhas ou colunas.',
  },
  undeliverable: {
    what: 'A resposta estava pronta, mas não consegui entregá-la aqui.',
    advice: 'Tente novamente daqui a pouco.',
  },
};
