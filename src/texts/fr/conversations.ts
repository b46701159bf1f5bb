import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations(grammar: Grammar): Texts['conversations'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar, 'd’');
  const questionsOf = (number: number) => counted(number, { one: 'question', other: 'questions' });
  return {
    history: {
      title: 'Vos conversations ici',
      none: 'Vous n’avez pas encore de conversation ici.',
      questions: ({ questions }) => questionsOf(questions),
      current: 'conversation actuelle',
      older: ({ conversations }) => {
        const older = counted(conversations, {
          one: 'conversation plus ancienne',
          other: 'conversations plus anciennes',
        });
        return plural(conversations, {
          one: `${older} n’est pas affichée.`,
          other: `${older} ne sont pas affichées.`,
        });
      },
      continue: 'Reprendre',
      continueTip: ({ title }) => `Reprendre : ${title}`,
      delete: 'Supprimer',
      deleteTip: ({ title }) => `Supprimer : ${title}`,
      confirmDelete:
        'Supprimer cette conversation ? Elle sera aussi supprimée dans Genie. Cette action est irréversible.',
      confirmDeleteHere: 'Supprimer cette conversation ? Cette action est irréversible.',
    },
    continuing: ({ title }) => `La conversation « ${title} » reprend.`,
    deleted: ({ title }) =>
      `La conversation « ${title} » a été supprimée de Genie et de votre historique.`,
    deletedHere: ({ title }) => `La conversation « ${title} » a été supprimée de votre historique.`,
    stillAnswering: 'Je réponds encore dans cette conversation. Tapez d’abord « annuler ».',
    notThere: 'Cette conversation n’existe plus ou appartient à quelqu’un d’autre.',
    startingNew: 'C’est fait. Votre prochaine question démarrera une nouvelle conversation.',
    untitled: ({ date }) => `Chat du ${date}`,
    unread: 'Cette réponse ne peut pas être affichée pour le moment.',
    deleteAll: {
      confirmHere:
        'Supprimer toutes vos conversations ici et vous déconnecter ? Cette action est irréversible.',
      confirm:
        'Supprimer toutes vos conversations ici et vous déconnecter ? Elles seront aussi supprimées dans Genie. Cette action est irréversible.',
      button: 'Supprimer et se déconnecter',
    },
    cancel: {
      stopped: ({ questions }) =>
        plural(questions, {
          one: 'Annulé.',
          other: `Vos ${questionsOf(questions)} ont été annulées.`,
        }),
      notSent: ({ questions }) =>
        plural(questions, {
          one: 'Annulé. Votre question n’avait pas encore été envoyée à Genie.',
          other: `Annulé. Vos ${questionsOf(questions)} n’avaient pas encore été envoyées à Genie.`,
        }),
      sent: ({ questions }) =>
        plural(questions, {
          one: 'Je n’attends plus la réponse à votre question. Genie y répondra peut-être quand même en arrière-plan. Votre prochaine question démarrera une nouvelle conversation.',
          other: `Je n’attends plus les réponses à vos ${questionsOf(questions)}. Genie y répondra peut-être quand même en arrière-plan. Votre prochaine question démarrera une nouvelle conversation.`,
        }),
      someSent: ({ questions, asked }) =>
        `Je n’attends plus les réponses à vos ${questionsOf(questions)}. ${plural(asked, {
          one: 'Genie en a déjà reçu une et y répondra peut-être quand même en arrière-plan.',
          other: `Genie en a déjà reçu ${count(asked)} et y répondra peut-être quand même en arrière-plan.`,
        })} Votre prochaine question démarrera une nouvelle conversation.`,
      tooLate: 'Il est trop tard pour annuler. La réponse est en route.',
      nothing: 'Il n’y a rien à annuler. Aucune de vos questions n’est en cours.',
    },
  };
}
