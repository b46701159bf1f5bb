import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function signIn(grammar: Grammar): Texts['signIn'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const minutes = (number: number) => counted(number, { one: 'minuto', other: 'minutos' });
  return {
    withYourRights: 'O Genie responde com suas permissões do Databricks.',
    withBotRights: 'O Genie responde com as permissões deste bot, as mesmas para todos.',
    card: {
      button: 'Entrar',
      ask: 'Entre na sua conta. O Genie responde com suas permissões do Databricks.',
      summary:
        'Entre na sua conta para que o Genie possa responder com suas permissões do Databricks.',
      question: ({ question }) =>
        `Assim que você entrar, vou responder à sua pergunta: “${question}”. Se você entrar em até 15 minutos, não vai precisar digitá-la de novo.`,
      replaced: 'Esta pergunta substitui a anterior.',
      code: 'Se a página mostrar um código de seis dígitos, digite-o aqui.',
    },
    again: {
      expired: 'Sua sessão expirou.',
      failed: 'Não foi possível entrar.',
      'wrong-codes':
        'Esse código também não estava correto, então este é um novo login com um novo código.',
      'other-account':
        'Você entrou com uma conta diferente da que usa aqui, então desconectei essa conta. Entre com a conta que você usa aqui.',
    },
    signInAs: ({ account }) =>
      `Você entrou com uma conta diferente da que usa aqui, então desconectei essa conta. Entre como ${account}.`,
    first: {
      answerThere: 'Primeiro, entre na sua conta no nosso chat privado; vou responder lá.',
      answerHere: 'Primeiro, entre na sua conta no nosso chat privado; depois vou responder aqui.',
      openChat: 'Abra um chat comigo e digite “entrar” em até 15 minutos.',
    },
    done: {
      as: ({ name }) => `Você entrou como ${name}.`,
      unnamed: 'Você entrou na sua conta.',
      asking: 'Enviando sua pergunta agora…',
      tooLate: 'Sua pergunta esperou mais de 15 minutos, então faça-a novamente.',
      whatNext: 'O que você gostaria de saber?',
    },
    code: {
      wrong: ({ triesLeft }) => {
        const tries = counted(triesLeft, { one: 'tentativa', other: 'tentativas' });
        return plural(triesLeft, {
          one: `Esse código não está correto. Confira e digite novamente: resta ${tries}.`,
          other: `Esse código não está correto. Confira e digite novamente: restam ${tries}.`,
        });
      },
      wrongAtLast:
        'Esse código também não está correto, então este login foi encerrado. Digite “entrar” para começar outro.',
      tooMany: (number) => `São muitos códigos incorretos. Tente novamente em ${minutes(number)}.`,
      contested: (number) =>
        `Outro chat está aguardando o mesmo login, então não consigo saber a qual deles ele se destinava. Digite “entrar” daqui a ${minutes(number)}.`,
      over: 'Este login foi encerrado. Digite “entrar” para começar outro.',
      late: 'Este login demorou mais de 15 minutos. Digite “entrar” para começar outro.',
      unexpected: 'Não estou esperando nenhum código. Digite “entrar” para receber um.',
    },
    failed: {
      notSetUp: 'O login não está configurado corretamente para este bot.',
      notDone: 'O Microsoft Teams não conseguiu concluir seu login.',
      consent: 'Selecione “Entrar” no cartão e aceite o que a Microsoft pedir.',
      interaction:
        'Selecione “Entrar” no cartão: a Microsoft precisa perguntar algo a você primeiro.',
      otherwise: 'Se não funcionar, digite “entrar”.',
    },
    signedOut:
      'Você saiu da sua conta, e seus links de download não funcionam mais. Vou pedir que você entre na próxima vez que fizer uma pergunta.',
    wasSignedOut:
      'Você não tinha entrado na sua conta. Vou pedir que você entre na próxima vez que fizer uma pergunta.',
  };
}
