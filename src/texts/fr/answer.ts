import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function answer(grammar: Grammar): Texts['answer'] {
  const { plural, count } = grammar;
  const counted = createCounted(grammar, 'd’');
  const rows = (number: number) => counted(number, { one: 'ligne', other: 'lignes' });
  return {
    showTable: 'Afficher le tableau',
    showChart: 'Afficher le graphique',
    showSql: 'Afficher le SQL',
    hideSql: 'Masquer le SQL',
    showUnderstanding: 'Voir l’interprétation',
    hide: 'Masquer',
    download: 'Télécharger',
    more: 'Plus',
    back: 'Retour',
    moreRows: 'Lignes suivantes',
    previousRows: 'Lignes précédentes',
    askAgain: 'Reposer la question',
    askAgainTip: 'Poser de nouveau la même question',
    share: {
      channel: 'Partager dans le canal',
      thread: 'Partager dans le fil',
      chat: 'Partager dans la conversation',
    },
    tryAgain: 'Réessayer',
    approval: {
      ask: ({ tool }) => `Puis-je utiliser « ${tool} » ?`,
      askOf: ({ tool, server }) => `Puis-je utiliser « ${tool} » de « ${server} » ?`,
      calledWith: 'Voici avec quoi il serait utilisé :',
      shortened: ({ shown, total }) =>
        `Seuls ${count(shown)} sur ${counted(total, { one: 'caractère', other: 'caractères' })} tiennent ici. Ce qui ne peut pas être lu en entier ne peut pas être autorisé.`,
      allow: 'Autoriser',
      deny: 'Ne pas autoriser',
      allowed: 'Autorisé.',
      denied: 'Non autorisé.',
      answered: 'Vous avez déjà répondu à cette demande.',
      over: 'La conversation a continué depuis, il n’est donc plus possible d’y répondre. Veuillez reposer la question.',
    },
    thumbs: {
      up: '👍 Utile',
      upTip: 'Cette réponse est utile',
      down: '👎 Pas utile',
      downTip: 'Cette réponse n’est pas utile',
      given: ({ thumb }) => `${thumb} ✓`,
      remove: 'Supprimer l’évaluation',
      removeTip: 'Supprimer votre évaluation',
    },

    askNext: 'Questions suggérées',
    startedAnew: {
      space:
        'C’est une nouvelle conversation : je ne peux plus interroger l’interlocuteur de la précédente.',
      mode: 'C’est une nouvelle conversation : Genie fonctionne maintenant dans un autre mode.',
      identity:
        'Ceci est une nouvelle conversation : la précédente a été menée avec d’autres droits.',
      'conversation-gone':
        'Notre conversation précédente n’existe plus dans Genie. En voici donc une nouvelle.',
      idle: 'Votre dernière question date un peu. Ceci est donc une nouvelle conversation.',
    },
    asked: {
      channel: ({ question }) => `Votre question dans le canal : « ${question} »`,
      thread: ({ question }) => `Votre question dans le fil de discussion : « ${question} »`,
      chat: ({ question }) => `Votre question dans la conversation : « ${question} »`,
    },
    replyIn: {
      channel: 'Répondez dans le canal.',
      thread: 'Répondez dans le fil de discussion.',
      chat: 'Répondez dans la conversation.',
    },
    replyInFor: {
      channel: ({ example }) => `Répondez dans le canal, par exemple : « ${example} ».`,
      thread: ({ example }) => `Répondez dans le fil de discussion, par exemple : « ${example} ».`,
      chat: ({ example }) => `Répondez dans la conversation, par exemple : « ${example} ».`,
    },
    empty: 'Genie n’a pas trouvé de réponse. Essayez de reformuler votre question.',
    hiddenTables: ({ tables }) => {
      const more = counted(tables, { one: 'autre tableau', other: 'autres tableaux' });
      return plural(tables, {
        one: `${more} n’est pas affiché.`,
        other: `${more} ne sont pas affichés.`,
      });
    },

    textShortened: 'Le texte a été abrégé pour tenir dans un message.',
    sqlTooLong: 'Le SQL est trop long pour être affiché ici.',
    sqlShortened: ({ shown, total }) =>
      `SQL abrégé : ${count(shown)} sur ${counted(total, { one: 'caractère', other: 'caractères' })}.`,

    question: ({ question }) => `« ${question} »`,
    rows,
    atLeastRows: (number) => `au moins ${rows(number)}`,

    summary: {
      table: 'La réponse est un tableau.',
      none: 'Il n’y a pas de réponse.',
    },
  };
}
