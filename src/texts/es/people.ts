import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people(grammar: Grammar): Texts['people'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const questionsOf = (number: number) => counted(number, { one: 'pregunta', other: 'preguntas' });
  const conversationsOf = (number: number) =>
    counted(number, { one: 'conversación', other: 'conversaciones' });
  return {
    noAccess: ({ contact }) =>
      `No tienes acceso a este bot. Para solicitarlo, ponte en contacto con ${contact}.`,
    unknown: 'No pude confirmar quién eres. Vuelve a intentarlo dentro de un momento.',
    tooOften: 'Son demasiadas solicitudes a la vez. Espera un minuto y vuelve a intentarlo.',
    tooManyPerMinute:
      'Has alcanzado el límite de preguntas por minuto. Espera un minuto y vuelve a intentarlo.',
    tooBusy:
      'Hay demasiadas preguntas en espera en este momento. Vuelve a intentarlo dentro de unos minutos.',
    tooManyOpen: ({ limit }) =>
      plural(limit, {
        one: 'Ya tienes una pregunta en curso aquí. Espera la respuesta o escribe «cancelar» para detenerla.',
        other: `Ya tienes ${questionsOf(limit)} en curso aquí. Espera una respuesta o escribe «cancelar» para detenerlas.`,
      }),
    tooManyWaiting: ({ limit }) =>
      plural(limit, {
        one: 'Ya tienes una pregunta en la cola. Espera a que se responda.',
        other: `Ya tienes ${questionsOf(limit)} en la cola. Espera a que se responda alguna.`,
      }),
    questionTooLong: ({ limit }) =>
      `Tu pregunta es demasiado larga. El límite es de ${counted(limit, { one: 'carácter', other: 'caracteres' })}.`,
    askForEmail:
      'Antes de preguntar a Genie, necesito tu correo electrónico (y tu nombre, si quieres): «Ada Lovelace <ada@example.com>». Justo después enviaré tu pregunta.',
    introduced: ({ email }) =>
      `Gracias. Usaré ${email} como tu correo electrónico (no verificado) hasta que escribas «cerrar sesión».`,
    askingNow: 'Ahora envío tu pregunta:',
    forgotten: 'He olvidado quién eres y he borrado tu historial de este chat.',
    teamsTellsAgain:
      'La próxima vez que preguntes, Teams volverá a darme tu nombre y tu correo electrónico.',
    pageTellsAgain:
      'La próxima vez que preguntes, tu inicio de sesión en esta página volverá a darme tu nombre y tu correo electrónico.',
    reloadPage: 'Llevas un rato sin actividad. Vuelve a cargar la página para continuar.',
    deleted: ({ number }) =>
      plural(number, {
        one: 'He eliminado tu conversación.',
        other: `He eliminado tus ${conversationsOf(number)}.`,
      }),
    nothingToDelete: 'No tenías ninguna conversación que eliminar.',
    leftUndeleted: ({ number }) =>
      plural(number, {
        one: 'No pude eliminar una conversación que tuviste con permisos distintos de los actuales.',
        other: `No pude eliminar ${conversationsOf(number)} que tuviste con permisos distintos de los actuales.`,
      }),
  };
}
