import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps(grammar: Grammar): Texts['firstSteps'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  return {
    welcome: {
      title: 'Olá!',
      offer: ({ space }) =>
        `Pergunte sobre ${space ? `“${space}”` : 'os dados da sua empresa'} com suas próprias palavras. O Databricks Genie responde com uma tabela e o SQL por trás dela.`,
      offerEndpoint: ({ endpoint }) =>
        `Pergunte com suas próprias palavras o que “${endpoint}” pode responder.`,
      summary: ({ offer }) => `Olá! ${offer}`,
      demo: 'Esta é uma demonstração com dados de vendas fictícios.',
      more: 'Digite “ajuda” para ver o que mais posso fazer.',
    },
    help: {
      title: 'Como perguntar',
      how: 'Faça uma pergunta com suas próprias palavras e continue a partir dela: “e por região?”. Para ter as melhores respostas, diga o que medir, em que período e como agrupar.',
      commands: 'Você também pode digitar',
      charts: ({ line, table }) =>
        `Para ver sua última resposta de outra forma, digite, por exemplo, “${line}” ou “${table}”.`,
      all: 'Todos os comandos',
      contact: ({ contact }) => `Algum problema? Entre em contato com ${contact}.`,
    },
    mention: ({ name }) =>
      `Comece cada mensagem com ${name}. Não vejo nenhuma outra mensagem aqui.`,
    didYouMean: {
      ask: ({ command }) => `Você quis dizer “${command}”?`,
      askGenie: ({ words }) => `Perguntar: “${words}”`,
    },
    edited: {
      offer: ({ question }) =>
        `Você editou uma pergunta que eu já tinha enviado. Quer enviar a nova versão, “${question}”?`,
      ask: 'Enviar a nova versão',
    },
    unknownButton:
      'Não conheço este botão. Talvez ele seja de uma mensagem anterior. Digite sua pergunta.',
    noFiles: 'Não consigo ler arquivos, imagens nem gravações. Digite sua pergunta.',
    adminsOnly: {
      change: 'Só os administradores deste bot podem alterar isso.',
      status: 'Só os administradores deste bot podem ver o status dele.',
    },
    spaces: {
      one: 'Há um espaço disponível',
      several: 'Sobre o que você pode perguntar',
      untitled: 'Espaço sem título',
      use: 'Usar este espaço',
      useInChannel: 'Usar neste canal',
      hidden: ({ spaces }) => {
        const more = counted(spaces, { one: 'espaço', other: 'espaços' });
        return plural(spaces, {
          one: `Há mais ${more} que não é mostrado.`,
          other: `Há mais ${more} que não são mostrados.`,
        });
      },
      gone: 'Este espaço não está mais disponível.',
      setForChannel:
        'Pronto. As novas conversas neste canal vão usar este espaço, a menos que alguém escolha outro.',
      switched: ({ title }) =>
        `Agora você está usando “${title}”. Sua próxima pergunta vai iniciar uma nova conversa.`,
      alreadyThere: ({ title }) => `Você já está usando “${title}”. Sua conversa continua.`,
    },
  };
}
