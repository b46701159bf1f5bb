import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function people(grammar: Grammar): Texts['people'] {
  const { plural } = grammar;
  const counted = createCounted(grammar, 'd’');
  const questionsOf = (number: number) => counted(number, { one: 'question', other: 'questions' });
  return {
    noAccess: ({ contact }) =>
      `Vous n’avez pas accès à ce bot. Pour demander l’accès, contactez ${contact}.`,
    unknown: 'Je n’ai pas pu confirmer votre identité. Réessayez dans un instant.',
    tooOften: 'Cela fait beaucoup à la fois. Patientez une minute, puis réessayez.',
    tooManyPerMinute:
      'Vous avez atteint la limite de questions par minute. Patientez une minute, puis réessayez.',
    tooBusy: 'Trop de questions sont en attente pour le moment. Réessayez dans quelques minutes.',
    tooManyOpen: ({ limit }) =>
      plural(limit, {
        one: 'Vous avez déjà une question en cours ici. Attendez la réponse, ou tapez « annuler ».',
        other: `Vous avez déjà ${questionsOf(limit)} en cours ici. Attendez une réponse, ou tapez « annuler ».`,
      }),
    tooManyWaiting: ({ limit }) =>
      plural(limit, {
        one: 'Vous avez déjà une question dans la file d’attente. Attendez la réponse.',
        other: `Vous avez déjà ${questionsOf(limit)} dans la file d’attente. Attendez la réponse à l’une d’elles.`,
      }),
    questionTooLong: ({ limit }) =>
      `Votre question est trop longue. La limite est de ${counted(limit, { one: 'caractère', other: 'caractères' })}.`,
    askForEmail:
      'Avant que j’interroge Genie, indiquez-moi votre adresse e-mail (et votre nom, si vous le souhaitez) : « Ada Lovelace <ada@example.com> ». Je poserai votre question juste après.',
    introduced: ({ email }) =>
      `Merci. J’utiliserai ${email} comme adresse e-mail (non vérifiée) jusqu’à ce que vous tapiez « se déconnecter ».`,
    askingNow: 'Je pose maintenant votre question :',
    forgotten: 'J’ai effacé vos informations et votre historique dans cette conversation.',
    teamsTellsAgain:
      'À votre prochaine question, Teams me communiquera de nouveau votre nom et votre adresse e-mail.',
    pageTellsAgain:
      'À votre prochaine question, votre connexion à cette page me communiquera de nouveau votre nom et votre adresse e-mail.',
    reloadPage: 'La page est restée inactive un moment. Rechargez-la pour continuer.',
    deleted: ({ number }) =>
      plural(number, {
        one: 'J’ai supprimé votre conversation.',
        other: `J’ai supprimé vos ${counted(number, { one: 'conversation', other: 'conversations' })}.`,
      }),
    nothingToDelete: 'Vous n’aviez aucune conversation à supprimer.',
    leftUndeleted: ({ number }) =>
      plural(number, {
        one: 'Je n’ai pas pu supprimer une conversation menée avec d’autres droits que vos droits actuels.',
        other: `Je n’ai pas pu supprimer ${counted(number, { one: 'conversation', other: 'conversations' })} menées avec d’autres droits que vos droits actuels.`,
      }),
  };
}
