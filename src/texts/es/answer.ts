import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer(grammar: Grammar): Texts['answer'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar);
  const rowsOf = (number: number) => counted(number, { one: 'fila', other: 'filas' });
  return {
    showTable: 'Ver tabla',
    showChart: 'Ver gráfico',
    showSql: 'Ver SQL',
    hideSql: 'Ocultar SQL',
    showUnderstanding: 'Cómo se interpretó',
    hide: 'Ocultar',
    download: 'Descargar',
    more: 'Más',
    back: 'Volver',
    moreRows: 'Más filas',
    previousRows: 'Filas anteriores',
    askAgain: 'Preguntar de nuevo',
    askAgainTip: 'Hacer la misma pregunta otra vez',
    share: {
      channel: 'Compartir en el canal',
      thread: 'Compartir en el hilo',
      chat: 'Compartir en el chat',
    },
    tryAgain: 'Reintentar',
    approval: {
      ask: ({ tool }) => `¿Puedo usar «${tool}»?`,
      askOf: ({ tool, server }) => `¿Puedo usar «${tool}» de «${server}»?`,
      calledWith: 'Se usaría con lo siguiente:',
      shortened: ({ shown, total }) =>
        `Aquí solo caben ${count(shown)} de ${counted(total, { one: 'carácter', other: 'caracteres' })}. Lo que no se puede leer entero no se puede permitir.`,
      allow: 'Permitir',
      deny: 'No permitir',
      allowed: 'Permitido.',
      denied: 'No permitido.',
      answered: 'Ya respondió a esto.',
      over: 'La conversación ha continuado desde entonces, así que ya no se puede responder. Vuelva a preguntar.',
    },
    thumbs: {
      up: '👍 Útil',
      upTip: 'Esta respuesta me ayudó',
      down: '👎 No fue útil',
      downTip: 'Esta respuesta no me ayudó',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: 'Quitar valoración',
      removeTip: 'Quitar tu valoración',
    },

    askNext: 'Sigue preguntando',
    startedAnew: {
      space:
        'Esta es una conversación nueva: ya no puedo preguntar a quien respondía en la anterior.',
      mode: 'Esta es una conversación nueva: Genie trabaja ahora en otro modo.',
      identity: 'Esta es una conversación nueva: la anterior se inició con otros permisos.',
      'conversation-gone':
        'Nuestra conversación anterior ya no existe en Genie, así que esta es nueva.',
      idle: 'Ha pasado un tiempo, así que esta es una conversación nueva.',
    },
    asked: {
      channel: ({ question }) => `Preguntaste en el canal: «${question}»`,
      thread: ({ question }) => `Preguntaste en el hilo: «${question}»`,
      chat: ({ question }) => `Preguntaste en el chat: «${question}»`,
    },
    replyIn: {
      channel: 'Responde en el canal.',
      thread: 'Responde en el hilo.',
      chat: 'Responde en el chat.',
    },
    replyInFor: {
      channel: ({ example }) => `Responde en el canal; por ejemplo, «${example}».`,
      thread: ({ example }) => `Responde en el hilo; por ejemplo, «${example}».`,
      chat: ({ example }) => `Responde en el chat; por ejemplo, «${example}».`,
    },
    empty: 'Genie no encontró ninguna respuesta. Prueba a formular la pregunta de otra manera.',
    hiddenTables: ({ tables }) => {
      const more = counted(tables, { one: 'tabla más', other: 'tablas más' });
      return plural(tables, {
        one: `Hay ${more} que no se muestra.`,
        other: `Hay ${more} que no se muestran.`,
      });
    },

    textShortened: 'El texto se acortó para que quepa en un mensaje.',
    sqlTooLong: 'El SQL es demasiado largo para mostrarlo aquí.',
    sqlShortened: ({ shown, total }) =>
      `SQL acortado: ${count(shown)} de ${counted(total, { one: 'carácter', other: 'caracteres' })}.`,

    question: ({ question }) => `«${question}»`,
    rows: rowsOf,
    atLeastRows: (rows) => `al menos ${rowsOf(rows)}`,

    summary: {
      table: 'La respuesta es una tabla.',
      none: 'No hay respuesta.',
    },
  };
}
