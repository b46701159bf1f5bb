import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: 'Wird bearbeitet',
      WAITING_FOR_TURN: 'Warten auf Ihre vorherige Frage',
      WAITING_FOR_BUDGET: 'Ihre Frage ist in der Warteschlange',
      SUBMITTED: 'An Genie gesendet',
      FETCHING_METADATA: 'Tabellen werden gesichtet',
      FILTERING_CONTEXT: 'Ihre Frage wird analysiert',
      ASKING_AI: 'SQL wird geschrieben',
      PENDING_WAREHOUSE: 'Warten auf den Start des SQL-Warehouse',
      EXECUTING_QUERY: 'Abfrage wird ausgeführt',
      COMPLETED: 'Antwort wird gelesen',
      ENDPOINT_STARTING: 'Der Endpunkt startet',
      ENDPOINT_WORKING: 'Die Antwort entsteht',
      LOADING_ROWS: 'Die Zeilen werden noch geladen',
      QUERY_RESULT_EXPIRED: 'Abfrage wird erneut ausgeführt',
    },
    working: 'Genie arbeitet daran',
    underWay: ({ step }) => `${step} …`,
    since: ({ step, duration }) => `${step} … ${duration}`,
    toGo: ({ step, duration }) => `${step}: noch etwa ${duration}.`,
    silent: {
      once: 'Genie antwortet gerade nicht. Ich versuche es noch einmal.',
      until: ({ time }) => `Genie antwortet gerade nicht. Ich versuche es weiter bis ${time} Uhr.`,
      for: ({ duration }) =>
        `Genie antwortet gerade nicht. Ich versuche es noch ${duration} lang weiter.`,
    },
  };
}
