import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer(grammar: Grammar): Texts['lastAnswer'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  return {
    none: 'Aún no has recibido ninguna respuesta en este chat.',
    coming: 'Estoy en ello. Recibirás tu respuesta en cuanto esté lista.',
    onlyTheAsker:
      'Solo puede hacerlo quien hizo la pregunta, y únicamente durante un tiempo limitado.',
    onlyInOwnChat:
      'Esa respuesta está en nuestro chat privado, donde solo tú puedes verla. Hazlo allí.',
    placeNote: {
      private: 'Responderé en nuestro chat privado, donde solo tú puedes ver la respuesta.',
      closed:
        'No puedo escribirte en un chat privado. Abre un chat conmigo y escribe «mostrar respuesta»: responderé allí, donde solo tú puedes ver la respuesta.',
    },
    cannotShowAs: {
      line: 'No puedo mostrar tu última respuesta como gráfico de líneas. Hacen falta números y una fecha o categoría.',
      bar: 'No puedo mostrar tu última respuesta como gráfico de barras. Hacen falta una categoría y números (en Teams, sin números negativos).',
      donut:
        'No puedo mostrar tu última respuesta como gráfico de anillo. Hacen falta números que sean partes de un total.',
      table: 'Tu última respuesta no contiene ninguna tabla.',
    },
    sql: {
      title: 'SQL de tu última respuesta',
      none: 'Tu última respuesta no tenía SQL.',
      hidden: ({ queries }) => {
        const more = counted(queries, { one: 'consulta más', other: 'consultas más' });
        return plural(queries, {
          one: `Hay ${more} que no se muestra.`,
          other: `Hay ${more} que no se muestran.`,
        });
      },
    },
    rating: {
      ask: '¿Te ha resultado útil esta respuesta?',
      removed: 'Se quitó tu valoración.',
      sent: 'Gracias. Tu valoración se envió a Genie.',
      sentWithComment: 'Gracias. Tu valoración y tu comentario se enviaron a Genie.',
      saved: 'Gracias. Tu valoración se guardó.',
      savedWithComment: 'Gracias. Tu valoración y tu comentario se guardaron.',
      commentHint: '¿Qué estaba mal? (opcional)',
      sendComment: 'Enviar comentario',
      notSaved: 'No se pudo guardar tu valoración.',
      notSent: 'No se pudo enviar tu valoración a Genie.',
    },
    download: {
      open: { csv: 'Abrir el archivo CSV', xlsx: 'Abrir el archivo Excel' },
      content: 'El archivo contiene todas las filas de la tabla.',
      expires: ({ minutes }) =>
        `Cualquier persona que tenga este vínculo puede abrir el archivo. El vínculo expira en ${counted(minutes, { one: 'minuto', other: 'minutos' })}.`,
      summary: 'Tu archivo está listo.',
      off: 'Las descargas ya no están disponibles.',
    },
    pages: {
      notLoaded: ({ reason }) => `No se pudieron cargar las filas. ${reason}`,
      noMoreFromGenie: 'Genie no devolvió más filas que estas.',
      noMore: 'No hay más filas.',
    },
    notRecalled: 'No puedo recuperar esta pregunta en este momento. Vuelve a escribirla.',
    share: {
      shared: {
        channel: 'Se compartió en el canal.',
        thread: 'Se compartió en el hilo.',
        chat: 'Se compartió en el chat.',
      },
      already: 'Ya se había compartido.',
      unsure: {
        channel:
          'Es posible que ya haya compartido la respuesta, pero no sé si llegó. Compruébalo en el canal.',
        thread:
          'Es posible que ya haya compartido la respuesta, pero no sé si llegó. Compruébalo en el hilo.',
        chat: 'Es posible que ya haya compartido la respuesta, pero no sé si llegó. Compruébalo en el chat.',
      },
      refused: {
        channel: 'No puedo publicar en el canal. Es posible que alguien me haya quitado de él.',
        thread: 'No puedo publicar en el hilo. Es posible que alguien me haya quitado de él.',
        chat: 'No puedo publicar en el chat. Es posible que alguien me haya quitado de él.',
      },
    },
  };
}
