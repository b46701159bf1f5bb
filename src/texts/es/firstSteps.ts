import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps(grammar: Grammar): Texts['firstSteps'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  return {
    welcome: {
      title: '¡Hola!',
      offer: ({ space }) =>
        `Pregúntame sobre ${space ? `«${space}»` : 'los datos de tu empresa'} con tus propias palabras. Databricks Genie responde con una tabla y el SQL correspondiente.`,
      offerEndpoint: ({ endpoint }) =>
        `Pregúntame con tus propias palabras lo que «${endpoint}» pueda responder.`,
      summary: ({ offer }) => `¡Hola! ${offer}`,
      demo: 'Esta es una demostración con datos de ventas ficticios.',
      more: 'Escribe «ayuda» para ver qué más puedo hacer.',
    },
    help: {
      title: 'Cómo preguntar',
      how: 'Haz una pregunta con tus propias palabras y sigue preguntando: «¿y por región?». Para obtener las mejores respuestas, indica qué medir, en qué período y cómo agruparlo.',
      commands: 'También puedes escribir',
      charts: ({ line, table }) =>
        `Para ver tu última respuesta de otra forma, escribe, por ejemplo, «${line}» o «${table}».`,
      all: 'Todos los comandos',
      contact: ({ contact }) => `¿Hay algún problema? Ponte en contacto con ${contact}.`,
    },
    mention: ({ name }) => `Empieza cada mensaje con ${name}. Aquí no veo ningún otro mensaje.`,
    didYouMean: {
      ask: ({ command }) => `¿Quisiste decir «${command}»?`,
      askGenie: ({ words }) => `Preguntar: «${words}»`,
    },
    edited: {
      offer: ({ question }) =>
        `Editaste una pregunta que yo ya había enviado. ¿Quieres enviar la nueva versión, «${question}»?`,
      ask: 'Enviar la nueva versión',
    },
    unknownButton:
      'No conozco este botón. Es posible que sea de un mensaje anterior. Escribe tu pregunta.',
    noFiles: 'No puedo leer archivos, imágenes ni grabaciones. Escribe tu pregunta.',
    adminsOnly: {
      change: 'Solo los administradores de este bot pueden cambiar eso.',
      status: 'Solo los administradores de este bot pueden ver su estado.',
    },
    spaces: {
      one: 'Hay un espacio disponible',
      several: 'Sobre qué puedes preguntar',
      untitled: 'Espacio sin título',
      use: 'Usar este espacio',
      useInChannel: 'Usar en este canal',
      hidden: ({ spaces }) => {
        const more = counted(spaces, { one: 'espacio más', other: 'espacios más' });
        return plural(spaces, {
          one: `Hay ${more} que no se muestra.`,
          other: `Hay ${more} que no se muestran.`,
        });
      },
      gone: 'Este espacio ya no está disponible.',
      setForChannel:
        'Listo. Las conversaciones nuevas de este canal usarán este espacio, salvo que alguien elija otro.',
      switched: ({ title }) =>
        `Ahora usas «${title}». Tu próxima pregunta iniciará una conversación nueva.`,
      alreadyThere: ({ title }) => `Ya estás usando «${title}». Tu conversación continúa.`,
    },
  };
}
