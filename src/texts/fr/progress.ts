import type { Texts } from '../texts.ts';

export function progress(): Texts['progress'] {
  return {
    steps: {
      ACCEPTED: 'Je m’en occupe',
      WAITING_FOR_TURN: 'En attente de votre question précédente',
      WAITING_FOR_BUDGET: 'Votre question est dans la file d’attente',
      SUBMITTED: 'Question envoyée à Genie',
      FETCHING_METADATA: 'Examen des tables',
      FILTERING_CONTEXT: 'Analyse de votre question',
      ASKING_AI: 'Écriture du SQL',
      PENDING_WAREHOUSE: 'En attente du démarrage de l’entrepôt SQL',
      EXECUTING_QUERY: 'Exécution de la requête',
      COMPLETED: 'Lecture de la réponse',
      ENDPOINT_STARTING: 'Le point de terminaison démarre',
      ENDPOINT_WORKING: 'Préparation de la réponse',
      LOADING_ROWS: 'Chargement des lignes en cours',
      QUERY_RESULT_EXPIRED: 'Nouvelle exécution de la requête',
    },
    working: 'Genie y travaille',
    underWay: ({ step }) => `${step}…`,
    since: ({ step, duration }) => `${step}… ${duration}`,
    toGo: ({ step, duration }) => `${step} : encore ${duration} environ.`,
    silent: {
      once: 'Genie ne répond pas pour le moment. Je vais essayer encore une fois.',
      until: ({ time }) =>
        `Genie ne répond pas pour le moment. Je continue d’essayer jusqu’à ${time}.`,
      for: ({ duration }) =>
        `Genie ne répond pas pour le moment. Je continue d’essayer pendant encore ${duration}.`,
    },
  };
}
