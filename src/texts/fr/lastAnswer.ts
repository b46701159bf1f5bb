import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function lastAnswer(grammar: Grammar): Texts['lastAnswer'] {
  const { plural } = grammar;
  const counted = createCounted(grammar, 'd’');
  return {
    none: 'Vous n’avez pas encore reçu de réponse dans cette conversation.',
    coming: 'Je m’en occupe. Vous recevrez votre réponse dès qu’elle sera prête.',
    onlyTheAsker:
      'Seule la personne qui a posé la question peut le faire, et pendant une durée limitée.',
    onlyInOwnChat:
      'Cette réponse se trouve dans notre conversation privée, visible par vous uniquement. C’est là que vous pouvez le faire.',
    placeNote: {
      private: 'Je vous réponds dans notre conversation privée, visible par vous uniquement.',
      closed:
        'Je ne peux pas vous joindre en privé. Ouvrez une conversation avec moi et tapez « afficher la réponse ». Je vous y répondrai, sans que personne d’autre voie la réponse.',
    },
    cannotShowAs: {
      line: 'Je ne peux pas afficher votre dernière réponse en courbe. Il faut des nombres, ainsi qu’une date ou une catégorie.',
      bar: 'Je ne peux pas afficher votre dernière réponse en barres. Il faut une catégorie et des nombres (dans Teams, aucun nombre négatif).',
      donut:
        'Je ne peux pas afficher votre dernière réponse en anneau. Il faut des nombres dont la somme forme un tout.',
      table: 'Votre dernière réponse ne contient pas de tableau.',
    },
    sql: {
      title: 'SQL de votre dernière réponse',
      none: 'Votre dernière réponse ne comportait pas de SQL.',
      hidden: ({ queries }) => {
        const more = counted(queries, { one: 'autre requête', other: 'autres requêtes' });
        return plural(queries, {
          one: `${more} n’est pas affichée.`,
          other: `${more} ne sont pas affichées.`,
        });
      },
    },
    rating: {
      ask: 'Cette réponse vous a-t-elle été utile ?',
      removed: 'Votre évaluation a été supprimée.',
      sent: 'Merci. Votre évaluation a été envoyée à Genie.',
      sentWithComment: 'Merci. Votre évaluation et votre commentaire ont été envoyés à Genie.',
      saved: 'Merci. Votre évaluation a été enregistrée.',
      savedWithComment: 'Merci. Votre évaluation et votre commentaire ont été enregistrés.',
      commentHint: 'Qu’est-ce qui n’allait pas ? (facultatif)',
      sendComment: 'Envoyer le commentaire',
      notSaved: 'Votre évaluation n’a pas pu être enregistrée.',
      notSent: 'Votre évaluation n’a pas pu être envoyée à Genie.',
    },
    download: {
      open: { csv: 'Ouvrir le fichier CSV', xlsx: 'Ouvrir le fichier Excel' },
      content: 'Le fichier contient toutes les lignes du tableau.',
      expires: ({ minutes }) =>
        `Toute personne disposant de ce lien peut ouvrir le fichier. Le lien expire dans ${counted(minutes, { one: 'minute', other: 'minutes' })}.`,
      summary: 'Votre fichier est prêt.',
      off: 'Les téléchargements ne sont plus disponibles.',
    },
    pages: {
      notLoaded: ({ reason }) => `Les lignes n’ont pas pu être chargées. ${reason}`,
      noMoreFromGenie: 'Genie n’a pas renvoyé d’autres lignes.',
      noMore: 'Il n’y a pas d’autres lignes.',
    },
    notRecalled:
      'Je n’arrive pas à retrouver cette question pour le moment. Merci de la taper à nouveau.',
    share: {
      shared: {
        channel: 'Réponse partagée dans le canal.',
        thread: 'Réponse partagée dans le fil de discussion.',
        chat: 'Réponse partagée dans la conversation.',
      },
      already: 'Réponse déjà partagée.',
      unsure: {
        channel:
          'J’ai peut-être déjà partagé la réponse, mais je ne sais pas si elle est arrivée. Vérifiez dans le canal.',
        thread:
          'J’ai peut-être déjà partagé la réponse, mais je ne sais pas si elle est arrivée. Vérifiez dans le fil de discussion.',
        chat: 'J’ai peut-être déjà partagé la réponse, mais je ne sais pas si elle est arrivée. Vérifiez dans la conversation.',
      },
      refused: {
        channel: 'Je ne peux rien publier dans le canal. Quelqu’un m’en a peut-être retiré.',
        thread:
          'Je ne peux rien publier dans le fil de discussion. Quelqu’un m’en a peut-être retiré.',
        chat: 'Je ne peux rien publier dans la conversation. Quelqu’un m’en a peut-être retiré.',
      },
    },
  };
}
