import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function subscriptions(grammar: Grammar): Texts['subscriptions'] {
  const { plural } = grammar;
  const counted = createCounted(grammar);
  const subscriptionsOf = (number: number) =>
    counted(number, { one: 'suscripción', other: 'suscripciones' });
  return {
    example: 'suscribirme cada día laborable a las 9:00: ingresos por región de ayer',
    buttons: {
      subscribe: 'Suscribirse',
      subscribeTip: 'Recibir la respuesta a esta pregunta de forma periódica',
      save: 'Guardar',
      pause: 'Pausar',
      resume: 'Reanudar',
      change: 'Cambiar',
      unsubscribe: 'Cancelar suscripción',
      toChannel: 'Publicar en el canal',
      condition: 'Agregar condición',
    },
    tip: ({ button, question }) => `${button}: ${question}`,
    form: {
      title: 'Suscribirse a esta respuesta',
      change: 'Cambiar esta suscripción',
      every: 'Frecuencia',
      time: ({ timeZone }) => `Hora (${timeZone})`,
      only: 'Mostrar la respuesta',
      figure: 'Cifra',
      amount: 'Cantidad',
      asNow: ({ now }) => `Como ahora: ${now}`,
      days: {
        day: 'Cada día',
        weekday: 'De lunes a viernes',
        1: 'Cada lunes',
        2: 'Cada martes',
        3: 'Cada miércoles',
        4: 'Cada jueves',
        5: 'Cada viernes',
        6: 'Cada sábado',
        7: 'Cada domingo',
        month: 'El día 1 de cada mes',
        last: 'El último día de cada mes',
      },
      conditions: {
        always: 'Siempre',
        'with-rows': 'Si hay filas',
        above: 'Si la cifra es mayor que',
        below: 'Si la cifra es menor que',
        moved: 'Si la cifra varió en',
        'moved-percent': 'Si la cifra varió en %',
      },
    },
    says: {
      created: 'Suscripción creada',
      known: 'Ya tienes esta suscripción',
      changed: 'Suscripción cambiada',
      paused: 'Suscripción en pausa',
      resumed: 'Suscripción reanudada',
      ended: 'Suscripción cancelada',
      moved: 'Las respuestas van ahora al canal',
      'paused-access': 'He puesto en pausa esta suscripción',
      'paused-gone': 'He puesto en pausa esta suscripción',
      'ended-gone': 'He terminado esta suscripción',
    },
    why: {
      'paused-access': {
        own: 'Ya no tienes acceso a este bot o a sus datos. Cuando lo recuperes, selecciona «Reanudar».',
        others:
          'La persona suscrita ya no tiene acceso a este bot o a sus datos. Cuando lo recupere, podrá reanudarla.',
      },
      'paused-gone': {
        own: 'No pude contactar contigo. Para continuar, selecciona «Reanudar».',
        others: 'Ya no puedo contactar con la persona suscrita.',
      },
      'ended-gone': {
        own: 'No pude contactar contigo.',
        others: 'Ya no puedo contactar con la persona suscrita.',
      },
    },
    question: ({ question }) => `«${question}»`,
    next: ({ due }) => `Próxima respuesta: ${due}`,
    isPaused: 'En pausa',
    where: {
      private: 'Las respuestas llegan a nuestro propio chat, donde solo tú las ves.',
      thread: 'Las respuestas llegan a este hilo.',
      channel: 'Cada respuesta es una publicación nueva en el canal.',
    },
    figure: ({ column }) => `«${column}»`,
    figureOf: ({ column, row }) => `«${column}» de «${row}»`,
    only: {
      'with-rows': 'Solo si hay filas',
      above: ({ figure, limit }) => `Solo si ${figure} es mayor que ${limit}`,
      below: ({ figure, limit }) => `Solo si ${figure} es menor que ${limit}`,
      moved: ({ figure, by }) => `Solo si ${figure} ha variado en ${by} o más`,
    },
    finding: {
      above: ({ figure, now, limit }) => `${figure} es ${now}, más que ${limit}.`,
      below: ({ figure, now, limit }) => `${figure} es ${now}, menos que ${limit}.`,
      moved: ({ figure, now, before, by }) => `${figure} pasó de ${before} a ${now} (${by}).`,
      before: ({ before, date }) => `Antes era ${before} (${date}).`,
      since: ({ date }) => `La cifra anterior es del ${date}.`,
      first: ({ figure, now }) =>
        `${figure} es ${now}. A partir de ahora compararé con esta cifra.`,
      noTable:
        'Esta respuesta no tiene ninguna tabla que pueda leer. Por eso no pude comprobar tu condición.',
      missing: {
        column: ({ figure }) =>
          `No encontré ${figure} en esta respuesta: esa columna no está o está varias veces. Por eso no pude comprobar tu condición.`,
        row: ({ figure }) =>
          `No encontré ${figure} en esta respuesta: esa fila no está o está varias veces. Por eso no pude comprobar tu condición.`,
        number: ({ figure }) =>
          `Esta respuesta no tiene ningún número para ${figure}. Por eso no pude comprobar tu condición.`,
      },
    },
    skipped: ({ times, since }) =>
      plural(times, {
        one: `No pude responder la vez anterior (${since}).`,
        other: `No pude responder ${counted(times, { one: 'vez', other: 'veces' })} antes de esta, la primera el ${since}.`,
      }),
    summary: ({ question, summary }) => `${question}: ${summary}`,
    continuesHere: 'Tu próxima pregunta se referirá a esta respuesta.',
    failed: 'Volveré a intentarlo la próxima vez. Si sigue fallando, no te avisaré cada vez.',
    waitsForSignIn: ({ question }) =>
      `Toca tu suscripción: «${question}». En cuanto inicies sesión, te traeré la respuesta.`,
    list: {
      title: 'Tus suscripciones aquí',
      none: 'No tienes suscripciones aquí. Selecciona «Suscribirse» debajo de una respuesta o escribe:',
      elsewhere: ({ number }) =>
        plural(number, {
          one: `Tienes ${subscriptionsOf(number)} en otro chat.`,
          other: `Tienes ${subscriptionsOf(number)} en otros chats.`,
        }),
      hidden: ({ number }) =>
        plural(number, {
          one: `Hay ${subscriptionsOf(number)} más que no se muestra.`,
          other: `Hay ${subscriptionsOf(number)} más que no se muestran.`,
        }),
    },
    refused: {
      when: ({ given }) => `No entiendo cuándo es «${given}».`,
      time: ({ given }) => `No conozco la hora «${given}».`,
      zone: ({ given }) => `No conozco la zona horaria «${given}».`,
      day: ({ given }) =>
        `No todos los meses tienen «${given}». Usa un día hasta el 28 o el último día.`,
      'no-time': 'Elige una hora.',
      'no-question': 'Dime cuándo quieres la respuesta y a qué pregunta.',
      'too-many': ({ limit }) =>
        plural(limit, {
          one: `Ya tienes ${subscriptionsOf(limit)}, que es el límite. Para hacer sitio, cancélala.`,
          other: `Ya tienes ${subscriptionsOf(limit)}, que es el límite. Para hacer sitio, cancela una.`,
        }),
      amount: 'Escribe la cantidad como un número mayor que 0.',
      limit: 'Escribe la cantidad como un número.',
      figure: 'Elige la cifra que debo comparar.',
      'no-figure': 'Esta respuesta no tiene cifras que pueda comparar.',
      off: 'Las suscripciones están desactivadas en este bot.',
      'not-signed-in': 'Para suscribirte aquí, tienes que haber iniciado sesión en esta página.',
      'no-place': 'Aquí no puedo traerte respuestas más adelante. Suscríbete en otro chat conmigo.',
      'not-yours': 'Solo puede hacerlo la persona suscrita o un administrador de este canal.',
      gone: 'Esta suscripción ya no existe.',
      'only-admins':
        'Solo los administradores de este canal pueden hacer que publique respuestas en él.',
    },
    tryThis: 'Por ejemplo:',
    dayExamples: [
      'suscribirme cada día 1 a las 9:00: ingresos por región del mes pasado',
      'suscribirme cada último día a las 9:00: ingresos por región de este mes',
    ],
    zoneExample: 'suscribirme cada día a las 9:00 en Europe/Madrid: ingresos por región de ayer',
    allEnded: ({ number }) =>
      plural(number, {
        one: 'He terminado tu suscripción.',
        other: `He terminado tus ${subscriptionsOf(number)}.`,
      }),
  };
}
