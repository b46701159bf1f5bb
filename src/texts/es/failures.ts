import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: 'No funcionó.',
    silence: ({ duration }) => `Genie no respondió durante ${duration}.`,
    contact: ({ contact }) =>
      `Ponte en contacto con ${contact} e indica el id. de error que aparece a continuación.`,
    contactAdmin:
      'Ponte en contacto con tu administrador e indica el id. de error que aparece a continuación.',
    contactWithThisId: ({ contact }) =>
      `Ponte en contacto con ${contact} e indica este id. de error.`,
    errorId: ({ errorId }) => `Id. de error: ${errorId}`,
    errorIdAtEnd: ({ errorId }) => `(Id. de error: ${errorId})`,
    tryAgain: 'Reintentar',
    showTheAnswer: 'Mostrar la respuesta',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': { what: 'Ya no tengo esta respuesta.', advice: 'Vuelve a preguntar.' },
  'bad-request': {
    what: 'No pude procesar esta pregunta.',
    advice: 'Vuelve a hacerla como texto sin formato.',
  },
  'chat-deleted': { what: 'Este chat se eliminó.', advice: 'Inicia uno nuevo.' },
  'cleared-by-admin': { what: 'Un administrador quitó esta pregunta de la cola.' },
  'cancelled-by-asker': { what: 'Cancelaste esta pregunta.' },
  config: { what: 'La configuración de este bot no está completa.' },
  'conversation-closed': {
    what: 'Genie no puede continuar nuestra conversación.',
    advice: 'Si vuelves a preguntar, se iniciará una nueva.',
  },
  'conversation-gone': {
    what: 'Nuestra conversación ya no existe en Genie.',
    advice: 'Si vuelves a preguntar, se iniciará una nueva.',
  },
  'delivery-unsure': {
    what: 'Envié la respuesta, pero no sé si llegó.',
    advice: 'Si no la ves más arriba, puedo volver a mostrarla.',
  },
  'endpoint-busy': {
    what: 'Este punto de conexión ha alcanzado su límite por ahora.',
    advice: 'Vuelve a intentarlo dentro de un minuto.',
  },
  'endpoint-cut-off': {
    what: 'La respuesta se interrumpió antes de terminar.',
    advice: 'Vuelve a intentarlo.',
  },
  'endpoint-declined': {
    what: 'Este punto de conexión no aceptó la pregunta.',
    advice: 'Acórtala o formúlala de otra manera.',
  },
  'endpoint-failed': {
    what: 'Este punto de conexión no pudo responder a la pregunta.',
    advice: 'Quizá ayude formularla de otra manera.',
  },
  'endpoint-forbidden': {
    what: 'Este bot no tiene permiso para usar este punto de conexión.',
    advice: 'El propietario del punto de conexión tiene que concederle el permiso «Can Query».',
  },
  'endpoint-not-found': { what: 'No se encuentra este punto de conexión o está desactivado.' },
  'endpoint-starting': {
    what: 'Este punto de conexión todavía se está iniciando.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'endpoint-timeout': {
    what: 'Este punto de conexión tardó demasiado en responder.',
    advice: 'Las preguntas más concretas suelen obtener respuesta antes.',
  },
  'endpoint-unsure': {
    what: 'Lo permitiste, pero no puedo saber si se hizo.',
    advice: 'Compruébalo antes de volver a pedirlo.',
  },
  'genie-bad-response': {
    what: 'Genie envió una respuesta que no pude interpretar.',
    advice: 'Vuelve a intentarlo dentro de un momento.',
  },
  'genie-cancelled': { what: 'Esta pregunta se canceló en Genie.' },
  'genie-declined': {
    what: 'Genie no aceptó esta pregunta.',
    advice: 'Acórtala o formúlala de otra manera.',
  },
  'genie-disabled': {
    what: 'Genie, o una característica que necesita, está desactivado en esta área de trabajo de Databricks.',
  },
  'genie-failed': {
    what: 'Genie no pudo responder a esta pregunta.',
    advice: 'Suele ayudar formularla de otra manera.',
  },
  'genie-forbidden': { what: 'Este bot no tiene permiso para usar Genie.' },
  'genie-inactive': {
    what: 'Genie o su área de trabajo de Databricks están en pausa o inactivos.',
  },
  'genie-not-found': {
    what: 'No se encuentra el espacio de Genie de este bot, o el bot no tiene acceso a él.',
  },
  'genie-redirected': { what: 'En lugar de responder, Databricks me redirigió a otra dirección.' },
  'genie-sign-in': { what: 'En lugar de responder, Databricks me pidió que iniciara sesión.' },
  'genie-throttled': {
    what: 'Genie ha alcanzado su límite de preguntas por ahora.',
    advice: 'Vuelve a intentarlo dentro de un minuto.',
  },
  'genie-timeout': {
    what: 'Genie tardó demasiado en responder.',
    advice:
      'Si la respuesta llega más tarde, la publicaré aquí. Las preguntas más concretas, por ejemplo, sobre un solo mes o una sola región, suelen obtener respuesta antes.',
  },
  'genie-unauthorized': { what: 'Databricks no aceptó las credenciales de este bot.' },
  'genie-unavailable': {
    what: 'Genie está ocupado o no está disponible en este momento.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'genie-unreachable': {
    what: 'No pude conectarme a Databricks.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'identity-changed': {
    what: 'Esta pregunta se hizo con permisos distintos de los que tienes aquí ahora, así que ya no puedo usarla.',
    advice: 'Vuelve a preguntar.',
  },
  internal: { what: 'Se produjo un error por nuestra parte.', advice: 'Vuelve a intentarlo.' },
  'no-space': { what: 'Este bot no tiene acceso a ningún espacio de Genie.' },
  'secret-unavailable': { what: 'Este bot no pudo obtener sus credenciales de Databricks.' },
  'sign-in-expired': {
    what: 'Tu sesión expiró antes de que llegara la respuesta.',
    advice: 'Vuelve a preguntar.',
  },
  'sign-in-late': {
    what: 'Esperé 15 minutos a que iniciaras sesión, así que no llegué a preguntar a Genie.',
    advice: 'Vuelve a preguntar.',
  },
  'sign-in-mismatch': {
    what: 'Iniciaste sesión con una cuenta distinta de la que usas aquí, así que cerré esa sesión.',
    advice: 'Vuelve a preguntar e inicia sesión con la cuenta que usas aquí.',
  },
  'sign-in-refused': {
    what: 'Databricks no acepta tu cuenta.',
    advice: 'Es posible que aún no esté registrada.',
  },
  'sign-in-replaced': {
    what: 'Hiciste otra pregunta antes de iniciar sesión, así que no envié esta.',
  },
  'sign-in-required': {
    what: 'Genie responde con tus permisos de Databricks, así que primero tienes que iniciar sesión.',
    advice: 'Escribe «iniciar sesión» en nuestro chat privado y vuelve a preguntar.',
  },
  'sign-in-unavailable': {
    what: 'No pude conectarme al servicio que guarda tu inicio de sesión.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  storage: {
    what: 'No pude guardar mi trabajo.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'too-busy': {
    what: 'Hay demasiadas preguntas en espera, así que no pude aceptar esta.',
    advice: 'Vuelve a intentarlo dentro de unos minutos.',
  },
  'too-large': {
    what: 'Este resultado es demasiado grande para cargarlo.',
    advice: 'Pide menos filas o columnas.',
  },
  undeliverable: {
    what: 'La respuesta estaba lista, pero no pude entregarla aquí.',
    advice: 'Vuelve a intentarlo dentro de un momento.',
  },
};
