import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function signIn(grammar: Grammar): Texts['signIn'] {
  const counted = createCounted(grammar, 'd’');
  const minutes = (number: number) => counted(number, { one: 'minute', other: 'minutes' });
  return {
    withYourRights: 'Genie répond avec vos droits Databricks.',
    withBotRights: 'Genie répond avec les droits de ce bot, identiques pour tout le monde.',
    card: {
      button: 'Se connecter',
      ask: 'Connectez-vous. Genie répond avec vos droits Databricks.',
      summary: 'Connectez-vous pour que Genie puisse répondre avec vos droits Databricks.',
      question: ({ question }) =>
        `Une fois votre compte connecté, je répondrai à votre question : « ${question} ». Si vous vous connectez dans les 15 minutes, vous n’aurez pas à la taper de nouveau.`,
      replaced: 'Cette question remplace la précédente.',
      code: 'Si la page affiche un code à six chiffres, tapez-le ici.',
    },
    again: {
      expired: 'Votre connexion a expiré.',
      failed: 'La connexion n’a pas fonctionné.',
      'wrong-codes':
        'Ce code n’était pas correct non plus. Voici donc une nouvelle connexion, avec un nouveau code.',
      'other-account':
        'Le compte que vous avez connecté n’est pas celui que vous utilisez ici. Je l’ai donc déconnecté. Connectez-vous avec le compte que vous utilisez ici.',
    },
    signInAs: ({ account }) =>
      `Le compte que vous avez connecté n’est pas celui que vous utilisez ici. Je l’ai donc déconnecté. Connectez-vous avec le compte ${account}.`,
    first: {
      answerThere:
        'Connectez-vous d’abord dans notre conversation privée. C’est là que je répondrai.',
      answerHere:
        'Connectez-vous d’abord dans notre conversation privée. Je répondrai ensuite ici.',
      openChat: 'Ouvrez une conversation avec moi et tapez « se connecter » dans les 15 minutes.',
    },
    done: {
      as: ({ name }) => `Votre compte est connecté : ${name}.`,
      unnamed: 'Votre compte est connecté.',
      asking: 'Je pose maintenant votre question…',
      tooLate: 'Votre question a attendu plus de 15 minutes. Posez-la à nouveau.',
      whatNext: 'Que voulez-vous savoir ?',
    },
    code: {
      wrong: ({ triesLeft }) =>
        `Ce code n’est pas correct. Vérifiez-le et tapez-le de nouveau. Il vous reste ${counted(triesLeft, { one: 'tentative', other: 'tentatives' })}.`,
      wrongAtLast:
        'Ce code n’est pas correct non plus. Cette connexion est donc terminée. Tapez « se connecter » pour recommencer.',
      tooMany: (number) => `Trop de codes incorrects. Réessayez dans ${minutes(number)}.`,
      contested: (number) =>
        `Une autre conversation attend la même connexion. Je ne peux donc pas savoir à quelle conversation elle était destinée. Tapez « se connecter » dans ${minutes(number)}.`,
      over: 'Cette connexion est terminée. Tapez « se connecter » pour recommencer.',
      late: 'Cette connexion a pris plus de 15 minutes. Tapez « se connecter » pour recommencer.',
      unexpected: 'Je n’attends pas de code. Tapez « se connecter » pour en obtenir un.',
    },
    failed: {
      notSetUp: 'La connexion n’est pas configurée correctement pour ce bot.',
      notDone: 'Microsoft Teams n’a pas pu terminer votre connexion.',
      consent:
        'Sélectionnez « Se connecter » sur la carte et acceptez ce que Microsoft vous demande.',
      interaction:
        'Sélectionnez « Se connecter » sur la carte : Microsoft doit d’abord vous poser une question.',
      otherwise: 'Si cela ne fonctionne pas, tapez « se connecter ».',
    },
    signedOut:
      'Votre compte est déconnecté et vos liens de téléchargement ne fonctionnent plus. Je vous demanderai de vous connecter à votre prochaine question.',
    wasSignedOut:
      'Votre compte n’était pas connecté. Je vous demanderai de vous connecter à votre prochaine question.',
  };
}
