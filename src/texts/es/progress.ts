import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: 'Estoy en ello',
      WAITING_FOR_TURN: 'Esperando a que termine tu pregunta anterior',
      WAITING_FOR_BUDGET: 'Tu pregunta está en la cola',
      SUBMITTED: 'Pregunta enviada a Genie',
      FETCHING_METADATA: 'Examinando las tablas',
      FILTERING_CONTEXT: 'Interpretando tu pregunta',
      ASKING_AI: 'Escribiendo el SQL',
      PENDING_WAREHOUSE: 'Esperando a que se inicie el almacén de SQL',
      EXECUTING_QUERY: 'Ejecutando la consulta',
      COMPLETED: 'Leyendo la respuesta',
      ENDPOINT_STARTING: 'El punto de conexión se está iniciando',
      ENDPOINT_WORKING: 'Preparando la respuesta',
      LOADING_ROWS: 'Las filas aún se están cargando',
      QUERY_RESULT_EXPIRED: 'Ejecutando la consulta de nuevo',
    },
    working: 'Genie está en ello',
    underWay: ({ step }) => `${step}…`,
    since: ({ step, duration }) => `${step}… ${duration}`,
    toGo: ({ step, duration }) => `${step}. Tiempo restante aproximado: ${duration}.`,
    silent: {
      once: 'Genie no responde en este momento. Lo intentaré una vez más.',
      until: ({ time }) =>
        `Genie no responde en este momento. Seguiré intentándolo hasta ${atOne.test(time) ? 'la' : 'las'} ${time}.`,
      for: ({ duration }) =>
        `Genie no responde en este momento. Seguiré intentándolo durante ${duration} más.`,
    },
  };
}

/** One o’clock is singular: “la 1:05”, “las 2:05”. */
const atOne = /^0?1\D/;
