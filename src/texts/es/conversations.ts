import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function conversations(grammar: Grammar): Texts['conversations'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar);
  const questionsOf = (number: number) => counted(number, { one: 'pregunta', other: 'preguntas' });
  return {
    history: {
      title: 'Tus conversaciones aquí',
      none: 'Aún no tienes conversaciones aquí.',
      questions: ({ questions }) => questionsOf(questions),
      current: 'actual',
      older: ({ conversations }) => {
        const older = counted(conversations, {
          one: 'conversación más antigua',
          other: 'conversaciones más antiguas',
        });
        return plural(conversations, {
          one: `Hay ${older} que no se muestra.`,
          other: `Hay ${older} que no se muestran.`,
        });
      },
      continue: 'Continuar',
      continueTip: ({ title }) => `Continuar: ${title}`,
      delete: 'Eliminar',
      deleteTip: ({ title }) => `Eliminar: ${title}`,
      confirmDelete:
        '¿Eliminar esta conversación? También se eliminará en Genie. Esta acción no se puede deshacer.',
      confirmDeleteHere: '¿Eliminar esta conversación? Esta acción no se puede deshacer.',
    },
    continuing: ({ title }) => `Continuamos con «${title}».`,
    deleted: ({ title }) => `Se eliminó «${title}» de Genie y de tu historial.`,
    deletedHere: ({ title }) => `Se eliminó «${title}» de tu historial.`,
    stillAnswering: 'Sigo respondiendo en esta conversación. Escribe «cancelar» primero.',
    notThere: 'Esta conversación ya no existe o es de otra persona.',
    startingNew: 'Listo. Tu próxima pregunta iniciará una conversación nueva.',
    untitled: ({ date }) => `Chat del ${date}`,
    unread: 'Esta respuesta no se puede mostrar en este momento.',
    deleteAll: {
      confirmHere:
        '¿Eliminar todas tus conversaciones de aquí y cerrar sesión? Esta acción no se puede deshacer.',
      confirm:
        '¿Eliminar todas tus conversaciones de aquí y cerrar sesión? También se eliminarán en Genie. Esta acción no se puede deshacer.',
      button: 'Eliminar y cerrar sesión',
    },
    cancel: {
      stopped: ({ questions }) =>
        plural(questions, {
          one: 'Cancelado.',
          other: `Se cancelaron tus ${questionsOf(questions)}.`,
        }),
      notSent: ({ questions }) =>
        plural(questions, {
          one: 'Cancelado. Tu pregunta aún no se había enviado a Genie.',
          other: `Cancelado. Tus ${questionsOf(questions)} aún no se habían enviado a Genie.`,
        }),
      sent: ({ questions }) =>
        plural(questions, {
          one: 'Ya no espero la respuesta a tu pregunta. Es posible que Genie siga procesándola en segundo plano. Tu próxima pregunta iniciará una conversación nueva.',
          other: `Ya no espero las respuestas a tus ${questionsOf(questions)}. Es posible que Genie siga procesándolas en segundo plano. Tu próxima pregunta iniciará una conversación nueva.`,
        }),
      someSent: ({ questions, asked }) =>
        `Ya no espero las respuestas a tus ${questionsOf(questions)}. ${plural(asked, {
          one: 'Genie ya ha recibido una de ellas y es posible que siga procesándola en segundo plano.',
          other: `Genie ya ha recibido ${count(asked)} de ellas y es posible que siga procesándolas en segundo plano.`,
        })} Tu próxima pregunta iniciará una conversación nueva.`,
      tooLate: 'Es demasiado tarde para cancelar. La respuesta ya está en camino.',
      nothing: 'No hay nada que cancelar. No tienes preguntas en curso.',
    },
  };
}
