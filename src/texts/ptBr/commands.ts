import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in Brazilian Portuguese. */
export const commands: CommandTexts = {
  help: {
    name: 'ajuda',
    sayings: ['comandos', 'me ajude', 'o que você faz', 'o que você pode fazer'],
    help: 'mostrar esta ajuda',
    teamsMenu: 'O que você pode perguntar, e como',
  },
  reset: {
    name: 'reiniciar',
    sayings: ['começar de novo', 'recomeçar', 'nova conversa', 'novo chat', 'redefinir'],
    help: 'iniciar uma nova conversa; a antiga fica no seu histórico',
    teamsMenu: 'Iniciar uma nova conversa com o Genie',
  },
  history: {
    name: 'minhas conversas',
    sayings: ['conversas', 'ver conversas', 'histórico de conversas'],
    help: 'mostrar suas conversas recentes, para continuar ou excluir uma delas',
  },
  subscriptions: {
    name: 'minhas assinaturas',
    sayings: [
      'ver assinaturas',
      'ver minhas assinaturas',
      'mostrar assinaturas',
      'mostrar minhas assinaturas',
    ],
    help: 'mostrar suas assinaturas: perguntas que respondo em horários programados',
    teamsMenu: 'As perguntas respondidas em horários programados',
  },
  spaces: {
    name: 'espaços',
    sayings: ['trocar de espaço', 'mudar de espaço', 'mostrar espaços', 'espaços do genie'],
    help: 'mostrar os espaços disponíveis e alternar entre eles',
  },
  cancel: {
    name: 'cancelar',
    sayings: ['parar', 'interromper', 'cancele'],
    help: 'parar de esperar por uma resposta',
  },
  sql: {
    name: 'sql',
    sayings: ['mostrar sql', 'mostrar o sql', 'ver sql', 'ver o sql', 'mostre o sql'],
    help: 'mostrar o SQL da sua última resposta',
  },
  show: {
    name: 'mostrar resposta',
    sayings: ['mostrar a resposta', 'ver resposta', 'ver a resposta', 'mostre a resposta'],
    help: 'mostrar sua última resposta de novo',
  },
  feedback: {
    name: 'avaliar',
    sayings: ['avaliar resposta', 'avaliar a resposta', 'dar minha opinião'],
    help: 'avaliar sua última resposta',
  },
  info: {
    name: 'informações',
    sayings: ['sobre este bot', 'sobre o bot', 'informações sobre este bot'],
    help: 'mostrar de onde vêm as respostas e o que é enviado ao Genie',
    teamsMenu: 'De onde vêm as respostas e quem contatar',
  },
  whoami: {
    name: 'quem sou eu',
    sayings: ['quem eu sou'],
    help: 'mostrar quem eu acho que você é',
    teamsMenu: 'Quem o bot acha que você é',
  },
  email: {
    name: 'informar e-mail',
    sayings: [
      'informar email',
      'alterar e-mail',
      'mudar e-mail',
      'trocar e-mail',
      'alterar email',
      'meu e-mail',
    ],
    help: 'informar seu e-mail, se eu não souber',
  },
  'sign in': {
    name: 'entrar',
    sayings: ['fazer login', 'iniciar sessão', 'conectar'],
    help: 'entrar, para que o Genie responda com suas próprias permissões do Databricks',
  },
  logout: {
    name: 'sair',
    sayings: ['fazer logout', 'encerrar sessão', 'desconectar', 'esqueça-me', 'me esqueça'],
    help: 'me fazer esquecer quem você é; “sair e excluir” também exclui suas conversas no Genie',
  },
  'logout and delete': {
    name: 'sair e excluir',
    sayings: [
      'sair e excluir tudo',
      'sair e apagar',
      'sair e apagar tudo',
      'me esqueça e apague tudo',
    ],
  },
  status: { name: 'status', sayings: [] },
};
