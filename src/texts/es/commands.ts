import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in Spanish. */
export const commands: CommandTexts = {
  help: {
    name: 'ayuda',
    sayings: ['comandos', 'ayúdame', 'qué puedes hacer'],
    help: 'mostrar esta ayuda',
    teamsMenu: 'Qué puedes preguntar y cómo',
  },
  reset: {
    name: 'reiniciar',
    sayings: [
      'empezar de nuevo',
      'volver a empezar',
      'nueva conversación',
      'nuevo chat',
      'restablecer',
    ],
    help: 'iniciar una conversación nueva; la anterior se queda en tu historial',
    teamsMenu: 'Iniciar una conversación nueva con Genie',
  },
  history: {
    name: 'historial',
    sayings: ['mis conversaciones', 'conversaciones', 'ver historial', 'mostrar historial'],
    help: 'mostrar tus conversaciones recientes, para continuar o eliminar una',
  },
  subscriptions: {
    name: 'mis suscripciones',
    sayings: [
      'ver suscripciones',
      'ver mis suscripciones',
      'mostrar suscripciones',
      'mostrar mis suscripciones',
    ],
    help: 'mostrar tus suscripciones: preguntas que respondo de forma programada',
    teamsMenu: 'Las preguntas que se responden de forma programada',
  },
  spaces: {
    name: 'espacios',
    sayings: ['cambiar de espacio', 'mostrar espacios', 'espacios de genie'],
    help: 'mostrar los espacios disponibles y cambiar de uno a otro',
  },
  cancel: {
    name: 'cancelar',
    sayings: ['detener', 'parar', 'cancela'],
    help: 'dejar de esperar una respuesta',
  },
  sql: {
    name: 'sql',
    sayings: ['mostrar sql', 'mostrar el sql', 'ver sql', 'ver el sql', 'muéstrame el sql'],
    help: 'mostrar el SQL de tu última respuesta',
  },
  show: {
    name: 'mostrar respuesta',
    sayings: [
      'mostrar la respuesta',
      'ver respuesta',
      'ver la respuesta',
      'muéstrame la respuesta',
    ],
    help: 'volver a mostrar tu última respuesta',
  },
  feedback: {
    name: 'valorar',
    sayings: ['valorar respuesta', 'valorar la respuesta', 'dar mi opinión'],
    help: 'valorar tu última respuesta',
  },
  info: {
    name: 'información',
    sayings: ['acerca de', 'acerca de este bot', 'sobre este bot', 'información sobre este bot'],
    help: 'mostrar de dónde vienen las respuestas y qué se envía a Genie',
    teamsMenu: 'De dónde vienen las respuestas y a quién acudir',
  },
  whoami: {
    name: 'quién soy',
    sayings: ['quién soy yo'],
    help: 'mostrar quién creo que eres',
    teamsMenu: 'Quién cree el bot que eres',
  },
  email: {
    name: 'indicar mi correo',
    sayings: [
      'cambiar correo',
      'cambiar el correo',
      'cambiar mi correo',
      'cambiar correo electrónico',
      'mi correo electrónico',
    ],
    help: 'indicar tu correo electrónico, si no lo conozco',
  },
  'sign in': {
    name: 'iniciar sesión',
    sayings: ['inicio de sesión', 'entrar', 'acceder'],
    help: 'iniciar sesión, para que Genie responda con tus propios permisos de Databricks',
  },
  logout: {
    name: 'cerrar sesión',
    sayings: ['cierre de sesión', 'desconectarme', 'olvídame'],
    help: 'hacer que olvide quién eres; «cerrar sesión y eliminar» también elimina tus conversaciones en Genie',
  },
  'logout and delete': {
    name: 'cerrar sesión y eliminar',
    sayings: [
      'cerrar sesión y eliminar todo',
      'cerrar sesión y borrar',
      'cerrar sesión y borrar todo',
      'olvídame y elimina todo',
    ],
  },
  status: { name: 'status', sayings: [] },
};
