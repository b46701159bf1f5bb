import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ plural, decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: 'Sobre este bot',
      source: 'Origem das respostas',
      demo: 'um workspace de demonstração: dados de vendas fictícios, sem IA',
      sent: 'Enviado ao Genie',
      sentToEndpoint: 'Enviado ao endpoint',
      history: 'o que foi dito antes na conversa',
      question: 'sua pergunta',
      email: 'seu e-mail',
      ratings: 'suas avaliações',
      newConversation: 'Nova conversa',
      afterIdle: ({ hours }) =>
        hours === 1
          ? 'após uma hora de inatividade'
          : plural(hours, {
              one: `após ${decimal(hours)} hora de inatividade`,
              other: `após ${decimal(hours)} horas de inatividade`,
            }),
      contact: 'Contato',
      version: 'Versão',
      summary: ({ source }) => `Origem das respostas: ${source}.`,
    },
    whoami: {
      title: 'Quem é você',
      summary: 'Quem é você',
      name: 'Nome',
      email: 'E-mail',
      unverifiedEmail: 'E-mail (não verificado)',
      sources: {
        teams: 'De acordo com seu perfil do Teams.',
        page: 'De acordo com seu login nesta página.',
        'self-declared': 'De acordo com o que você digitou neste chat, sem verificação.',
      },
      unknown: 'Não sei seu nome nem seu e-mail.',
      signedInAs: 'Conta conectada',
      notSignedIn: 'Você ainda não entrou na sua conta. Para fazer isso, digite “entrar”.',
      separate: 'Suas conversas com o Genie são separadas das conversas das outras pessoas.',
    },
    email: {
      ask: 'Qual é seu e-mail? Você pode incluir seu nome: “Ada Lovelace <ada@example.com>”. Não consigo verificar o e-mail, então ele será marcado como não verificado.',
    },
    signIn: {
      needless: 'Você não precisa entrar: o Genie responde com as permissões deste bot.',
      elsewhere: 'Entre na sua conta em um chat privado: abra um chat comigo e digite “entrar”.',
      already: ({ name }) =>
        name ? `Você já entrou como ${name}.` : 'Você já entrou na sua conta.',
    },
  };
}
