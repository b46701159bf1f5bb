import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: 'Acerca de este bot',
      source: 'Origen de las respuestas',
      demo: 'un área de trabajo de demostración: datos de ventas ficticios, sin IA',
      sent: 'Se envía a Genie',
      sentToEndpoint: 'Se envía al punto de conexión',
      history: 'lo que se dijo antes en la conversación',
      question: 'tu pregunta',
      email: 'tu correo electrónico',
      ratings: 'tus valoraciones',
      newConversation: 'Conversación nueva',
      afterIdle: ({ hours }) =>
        hours === 1
          ? 'tras una hora de inactividad'
          : `tras ${decimal(hours)} horas de inactividad`,
      contact: 'Contacto',
      version: 'Versión',
      summary: ({ source }) => `Origen de las respuestas: ${source}.`,
    },
    whoami: {
      title: 'Quién eres',
      summary: 'Quién eres',
      name: 'Nombre',
      email: 'Correo electrónico',
      unverifiedEmail: 'Correo electrónico (no verificado)',
      sources: {
        teams: 'Según tu perfil de Teams.',
        page: 'Según tu inicio de sesión en esta página.',
        'self-declared': 'Según lo que escribiste en este chat, sin verificar.',
      },
      unknown: 'No conozco tu nombre ni tu correo electrónico.',
      signedInAs: 'Sesión iniciada como',
      notSignedIn: 'No has iniciado sesión. Para hacerlo, escribe «iniciar sesión».',
      separate: 'Tus conversaciones con Genie están separadas de las de los demás.',
    },
    email: {
      ask: '¿Cuál es tu correo electrónico? Puedes agregar tu nombre: «Ada Lovelace <ada@example.com>». No puedo verificar la dirección, así que la marcaré como no verificada.',
    },
    signIn: {
      needless: 'No hace falta iniciar sesión: Genie responde con los permisos de este bot.',
      elsewhere:
        'Inicia sesión en un chat privado: abre un chat conmigo y escribe «iniciar sesión».',
      already: ({ name }) =>
        name ? `Ya has iniciado sesión como ${name}.` : 'Ya has iniciado sesión.',
    },
  };
}
