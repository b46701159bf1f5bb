import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations(grammar: Grammar): Texts['conversations'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar);
  const questionsOf = (number: number) => counted(number, { one: 'pergunta', other: 'perguntas' });
  return {
    history: {
      title: 'Suas conversas aqui',
      none: 'Você ainda não tem conversas aqui.',
      questions: ({ questions }) => questionsOf(questions),
      current: 'atual',
      older: ({ conversations }) => {
        const older = counted(conversations, {
          one: 'conversa mais antiga',
          other: 'conversas mais antigas',
        });
        return plural(conversations, {
          one: `Há ${older} que não é mostrada.`,
          other: `Há ${older} que não são mostradas.`,
        });
      },
      continue: 'Continuar',
      continueTip: ({ title }) => `Continuar: ${title}`,
      delete: 'Excluir',
      deleteTip: ({ title }) => `Excluir: ${title}`,
      confirmDelete:
        'Excluir esta conversa? Ela também será excluída no Genie. Não é possível desfazer essa ação.',
      confirmDeleteHere: 'Excluir esta conversa? Não é possível desfazer essa ação.',
    },
    continuing: ({ title }) => `Continuando “${title}”.`,
    deleted: ({ title }) => `A conversa “${title}” foi excluída do Genie e do seu histórico.`,
    deletedHere: ({ title }) => `A conversa “${title}” foi excluída do seu histórico.`,
    stillAnswering: 'Ainda estou respondendo nesta conversa. Digite “cancelar” primeiro.',
    notThere: 'Esta conversa não existe mais ou é de outra pessoa.',
    startingNew: 'Pronto. Sua próxima pergunta vai iniciar uma nova conversa.',
    untitled: ({ date }) => `Chat de ${date}`,
    unread: 'Não é possível mostrar esta resposta no momento.',
    deleteAll: {
      confirmHere:
        'Excluir todas as suas conversas aqui e sair? Não é possível desfazer essa ação.',
      confirm:
        'Excluir todas as suas conversas aqui e sair? Elas também serão excluídas no Genie. Não é possível desfazer essa ação.',
      button: 'Excluir e sair',
    },
    cancel: {
      stopped: ({ questions }) =>
        plural(questions, {
          one: 'Cancelado.',
          other: `Suas ${questionsOf(questions)} foram canceladas.`,
        }),
      notSent: ({ questions }) =>
        plural(questions, {
          one: 'Cancelado. Sua pergunta ainda não tinha sido enviada ao Genie.',
          other: `Cancelado. Suas ${questionsOf(questions)} ainda não tinham sido enviadas ao Genie.`,
        }),
      sent: ({ questions }) =>
        plural(questions, {
          one: 'Não estou mais esperando a resposta à sua pergunta. Talvez o Genie ainda a processe em segundo plano. Sua próxima pergunta vai iniciar uma nova conversa.',
          other: `Não estou mais esperando as respostas às suas ${questionsOf(questions)}. Talvez o Genie ainda as processe em segundo plano. Sua próxima pergunta vai iniciar uma nova conversa.`,
        }),
      someSent: ({ questions, asked }) =>
        `Não estou mais esperando as respostas às suas ${questionsOf(questions)}. ${plural(asked, {
          one: 'O Genie já recebeu uma delas e talvez ainda a processe em segundo plano.',
          other: `O Genie já recebeu ${count(asked)} delas e talvez ainda as processe em segundo plano.`,
        })} Sua próxima pergunta vai iniciar uma nova conversa.`,
      tooLate: 'É tarde demais para cancelar. A resposta já está a caminho.',
      nothing: 'Não há nada para cancelar. Você não tem perguntas em andamento.',
    },
  };
}
