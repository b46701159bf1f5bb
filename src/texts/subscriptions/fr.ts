import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function subscriptions(grammar: Grammar): Texts['subscriptions'] {
  const { plural } = grammar;
  const counted = createCounted(grammar, 'd’');
  const subscriptionsOf = (number: number) =>
    counted(number, { one: 'abonnement', other: 'abonnements' });
  return {
    example: 's’abonner chaque jour ouvré à 9:00 : chiffre d’affaires par région hier',
    buttons: {
      subscribe: 'S’abonner',
      subscribeTip: 'Recevoir régulièrement la réponse à cette question',
      save: 'Enregistrer',
      pause: 'Suspendre',
      resume: 'Reprendre',
      change: 'Modifier',
      unsubscribe: 'Se désabonner',
      toChannel: 'Publier dans le canal',
      condition: 'Ajouter une condition',
    },
    tip: ({ button, question }) => `${button} : ${question}`,
    form: {
      title: 'S’abonner à cette réponse',
      change: 'Modifier cet abonnement',
      every: 'Fréquence',
      time: ({ timeZone }) => `Heure (${timeZone})`,
      only: 'Afficher la réponse',
      figure: 'Chiffre',
      amount: 'Montant',
      asNow: ({ now }) => `Comme actuellement : ${now}`,
      days: {
        day: 'Chaque jour',
        weekday: 'Du lundi au vendredi',
        1: 'Chaque lundi',
        2: 'Chaque mardi',
        3: 'Chaque mercredi',
        4: 'Chaque jeudi',
        5: 'Chaque vendredi',
        6: 'Chaque samedi',
        7: 'Chaque dimanche',
        month: 'Le 1er de chaque mois',
        last: 'Le dernier jour de chaque mois',
      },
      conditions: {
        always: 'Toujours',
        'with-rows': 'S’il y a des lignes',
        above: 'Si le chiffre dépasse',
        below: 'Si le chiffre est inférieur à',
        moved: 'Si le chiffre a varié de',
        'moved-percent': 'Si le chiffre a varié de %',
      },
    },
    says: {
      created: 'Vous êtes abonné',
      known: 'Vous êtes déjà abonné',
      changed: 'Abonnement modifié',
      paused: 'Abonnement suspendu',
      resumed: 'Abonnement repris',
      ended: 'Abonnement terminé',
      moved: 'Les réponses vont désormais dans le canal',
      'paused-access': 'J’ai suspendu cet abonnement',
      'paused-gone': 'J’ai suspendu cet abonnement',
      'ended-gone': 'J’ai mis fin à cet abonnement',
    },
    why: {
      'paused-access': {
        own: 'Vous n’avez plus accès à ce bot ou à ses données. Quand vous l’aurez de nouveau, sélectionnez « Reprendre ».',
        others:
          'La personne abonnée n’a plus accès à ce bot ou à ses données. Quand elle l’aura de nouveau, elle pourra le reprendre.',
      },
      'paused-gone': {
        own: 'Je n’ai pas pu vous joindre. Pour continuer, sélectionnez « Reprendre ».',
        others: 'Je ne peux plus joindre la personne abonnée.',
      },
      'ended-gone': {
        own: 'Je n’ai pas pu vous joindre.',
        others: 'Je ne peux plus joindre la personne abonnée.',
      },
    },
    question: ({ question }) => `« ${question} »`,
    next: ({ due }) => `Prochaine réponse : ${due}`,
    isPaused: 'Suspendu',
    where: {
      private: 'Les réponses arrivent dans notre propre conversation, où vous seul les voyez.',
      thread: 'Les réponses arrivent dans ce fil de discussion.',
      channel: 'Chaque réponse est une nouvelle publication dans le canal.',
    },
    figure: ({ column }) => `« ${column} »`,
    figureOf: ({ column, row }) => `« ${column} » pour « ${row} »`,
    only: {
      'with-rows': 'Seulement s’il y a des lignes',
      above: ({ figure, limit }) => `Seulement si ${figure} dépasse ${limit}`,
      below: ({ figure, limit }) => `Seulement si ${figure} est inférieur à ${limit}`,
      moved: ({ figure, by }) => `Seulement si ${figure} a varié d’au moins ${by}`,
    },
    finding: {
      above: ({ figure, now, limit }) => `${figure} est à ${now}, donc au-dessus de ${limit}.`,
      below: ({ figure, now, limit }) => `${figure} est à ${now}, donc au-dessous de ${limit}.`,
      moved: ({ figure, now, before, by }) => `${figure} est passé de ${before} à ${now} (${by}).`,
      before: ({ before, date }) => `Valeur précédente : ${before} (${date}).`,
      since: ({ date }) => `La valeur précédente date du ${date}.`,
      first: ({ figure, now }) =>
        `${figure} est à ${now}. Je comparerai désormais avec ce chiffre.`,
      noTable:
        'Cette réponse n’a pas de tableau que je puisse lire. Je n’ai donc pas pu vérifier votre condition.',
      missing: {
        column: ({ figure }) =>
          `Je n’ai pas trouvé ${figure} dans cette réponse : cette colonne n’y est pas, ou y est plusieurs fois. Je n’ai donc pas pu vérifier votre condition.`,
        row: ({ figure }) =>
          `Je n’ai pas trouvé ${figure} dans cette réponse : cette ligne n’y est pas, ou y est plusieurs fois. Je n’ai donc pas pu vérifier votre condition.`,
        number: ({ figure }) =>
          `Cette réponse n’a pas de nombre pour ${figure}. Je n’ai donc pas pu vérifier votre condition.`,
      },
    },
    skipped: ({ times, since }) =>
      plural(times, {
        one: `Je n’ai pas pu répondre la fois précédente (${since}).`,
        other: `Je n’ai pas pu répondre ${counted(times, { one: 'fois', other: 'fois' })} avant celle-ci, d’abord le ${since}.`,
      }),
    summary: ({ question, summary }) => `${question} : ${summary}`,
    continuesHere: 'Votre prochaine question portera sur cette réponse.',
    failed:
      'Je réessaierai la prochaine fois. Si l’échec persiste, je ne vous le dirai pas à chaque fois.',
    waitsForSignIn: ({ question }) =>
      `Votre abonnement arrive à échéance : « ${question} ». Une fois votre compte connecté, je vous apporterai la réponse.`,
    list: {
      title: 'Vos abonnements ici',
      none: 'Vous n’avez pas d’abonnement ici. Sélectionnez « S’abonner » sous une réponse, ou tapez :',
      elsewhere: ({ number }) =>
        plural(number, {
          one: `Vous avez ${subscriptionsOf(number)} dans une autre conversation.`,
          other: `Vous avez ${subscriptionsOf(number)} dans d’autres conversations.`,
        }),
      hidden: ({ number }) =>
        plural(number, {
          one: `Il y a encore ${subscriptionsOf(number)} qui n’est pas affiché.`,
          other: `Il y a encore ${subscriptionsOf(number)} qui ne sont pas affichés.`,
        }),
    },
    refused: {
      when: ({ given }) => `Je ne comprends pas quand tombe « ${given} ».`,
      time: ({ given }) => `Je ne connais pas l’heure « ${given} ».`,
      zone: ({ given }) => `Je ne connais pas le fuseau horaire « ${given} ».`,
      day: ({ given }) =>
        `« ${given} » n’existe pas chaque mois. Choisissez un jour jusqu’au 28, ou le dernier jour.`,
      'no-time': 'Choisissez une heure.',
      'no-question': 'Dites-moi quand vous voulez la réponse, et à quelle question.',
      'too-many': ({ limit }) =>
        plural(limit, {
          one: `Vous avez déjà ${subscriptionsOf(limit)}, ce qui est la limite. Pour faire de la place, désabonnez-vous.`,
          other: `Vous avez déjà ${subscriptionsOf(limit)}, ce qui est la limite. Pour faire de la place, mettez fin à l’un d’eux.`,
        }),
      amount: 'Tapez le montant sous la forme d’un nombre supérieur à 0.',
      limit: 'Tapez le montant sous la forme d’un nombre.',
      figure: 'Choisissez le chiffre que je dois comparer.',
      'no-figure': 'Cette réponse n’a pas de chiffres que je pourrais comparer.',
      off: 'Les abonnements sont désactivés pour ce bot.',
      'not-signed-in': 'Pour vous abonner ici, connectez-vous d’abord à cette page.',
      'no-place':
        'Je ne peux pas vous apporter de réponses ici plus tard. Abonnez-vous dans une autre conversation avec moi.',
      'not-yours': 'Seule la personne abonnée peut le faire, ou un admin de ce canal.',
      gone: 'Cet abonnement n’existe plus.',
      'only-admins': 'Seuls les admins de ce canal peuvent y faire publier des réponses.',
    },
    tryThis: 'Par exemple :',
    dayExamples: [
      's’abonner chaque 1er à 9:00 : chiffre d’affaires par région le mois dernier',
      's’abonner chaque dernier jour à 9:00 : chiffre d’affaires par région ce mois-ci',
    ],
    zoneExample: 's’abonner chaque jour à 9:00 à Europe/Paris : chiffre d’affaires par région hier',
    allEnded: ({ number }) =>
      plural(number, {
        one: 'J’ai mis fin à votre abonnement.',
        other: `J’ai mis fin à vos ${subscriptionsOf(number)}.`,
      }),
  };
}
