import type { Texts } from '../texts.ts';

export function failures(): Texts['failures'] {
  return {
    byCode,
    didntWork: 'Cela n’a pas fonctionné.',
    silence: ({ duration }) => `Genie n’a pas répondu pendant ${duration}.`,
    contact: ({ contact }) => `Contactez ${contact} et indiquez l’ID d’erreur ci-dessous.`,
    contactAdmin: 'Contactez votre administrateur et indiquez l’ID d’erreur ci-dessous.',
    contactWithThisId: ({ contact }) => `Contactez ${contact} et indiquez cet ID d’erreur.`,
    errorId: ({ errorId }) => `ID d’erreur : ${errorId}`,
    errorIdAtEnd: ({ errorId }) => `(ID d’erreur : ${errorId})`,
    tryAgain: 'Réessayer',
    showTheAnswer: 'Afficher la réponse',
  };
}

const byCode: Texts['failures']['byCode'] = {
  'answer-gone': { what: 'Je n’ai plus cette réponse.', advice: 'Posez à nouveau votre question.' },
  'bad-request': {
    what: 'Je n’ai pas pu traiter cette question.',
    advice: 'Posez-la à nouveau sous forme de texte simple.',
  },
  'chat-deleted': {
    what: 'Ce chat a été supprimé.',
    advice: 'Veuillez en commencer un autre.',
  },
  'cleared-by-admin': {
    what: 'Un administrateur a retiré cette question de la file d’attente.',
  },
  'cancelled-by-asker': { what: 'Vous avez annulé cette question.' },
  config: { what: 'La configuration de ce bot n’est pas terminée.' },
  'conversation-closed': {
    what: 'Genie ne peut pas poursuivre notre conversation.',
    advice: 'Posez à nouveau la question pour en démarrer une autre.',
  },
  'conversation-gone': {
    what: 'Notre conversation n’existe plus dans Genie.',
    advice: 'Posez à nouveau la question pour en démarrer une autre.',
  },
  'delivery-unsure': {
    what: 'J’ai envoyé la réponse, mais je ne sais pas si elle est arrivée.',
    advice: 'Si vous ne la voyez pas plus haut, je peux l’afficher de nouveau.',
  },
  'endpoint-busy': {
    what: 'Ce point de terminaison a atteint sa limite pour le moment.',
    advice: 'Réessayez dans une minute.',
  },
  'endpoint-cut-off': { what: 'La réponse s’est interrompue avant la fin.', advice: 'Réessayez.' },
  'endpoint-declined': {
    what: 'Ce point de terminaison n’a pas accepté la question.',
    advice: 'Raccourcissez-la ou reformulez-la.',
  },
  'endpoint-failed': {
    what: 'Ce point de terminaison n’a pas pu répondre à la question.',
    advice: 'La reformuler peut aider.',
  },
  'endpoint-forbidden': {
    what: 'Ce bot n’est pas autorisé à utiliser ce point de terminaison.',
    advice:
      'Le propriétaire du point de terminaison doit lui accorder l’autorisation « Can Query ».',
  },
  'endpoint-not-found': { what: 'Ce point de terminaison est introuvable ou désactivé.' },
  'endpoint-starting': {
    what: 'Ce point de terminaison est encore en cours de démarrage.',
    advice: 'Réessayez dans quelques minutes.',
  },
  'endpoint-timeout': {
    what: 'Ce point de terminaison a mis trop de temps à répondre.',
    advice: 'Les questions plus ciblées obtiennent souvent une réponse plus rapide.',
  },
  'endpoint-unsure': {
    what: 'Vous l’avez autorisé, mais je ne sais pas si cela a été fait.',
    advice: 'Vérifiez-le avant de le redemander.',
  },
  'genie-bad-response': {
    what: 'Genie a envoyé une réponse que je n’ai pas pu interpréter.',
    advice: 'Réessayez dans un instant.',
  },
  'genie-cancelled': { what: 'Cette question a été annulée dans Genie.' },
  'genie-declined': {
    what: 'Genie n’a pas accepté cette question.',
    advice: 'Raccourcissez-la ou reformulez-la.',
  },
  'genie-disabled': {
    what: 'Genie, ou une fonctionnalité dont il a besoin, est désactivé dans cet espace de travail Databricks.',
  },
  'genie-failed': {
    what: 'Genie n’a pas pu répondre à cette question.',
    advice: 'Il suffit souvent de la reformuler.',
  },
  'genie-forbidden': { what: 'Ce bot n’est pas autorisé à utiliser Genie.' },
  'genie-inactive': {
    what: 'Genie ou son espace de travail Databricks est suspendu ou inactif.',
  },
  'genie-not-found': {
    what: 'L’espace Genie de ce bot est introuvable, ou le bot n’y a pas accès.',
  },
  'genie-redirected': {
    what: 'Au lieu de répondre, Databricks m’a renvoyé vers une autre adresse.',
  },
  'genie-sign-in': { what: 'Au lieu de répondre, Databricks m’a demandé de me connecter.' },
  'genie-throttled': {
    what: 'Genie a atteint sa limite de questions pour le moment.',
    advice: 'Réessayez dans une minute.',
  },
  'genie-timeout': {
    what: 'Genie a mis trop de temps à répondre.',
    advice:
      'Si la réponse finit par arriver, je la publierai ici. Les questions plus ciblées, par exemple sur un seul mois ou une seule région, obtiennent souvent une réponse plus rapide.',
  },
  'genie-unauthorized': { what: 'Databricks n’a pas accepté les identifiants de ce bot.' },
  'genie-unavailable': {
    what: 'Genie est surchargé ou indisponible pour le moment.',
    advice: 'Réessayez dans quelques minutes.',
  },
  'genie-unreachable': {
    what: 'Je n’ai pas pu joindre Databricks.',
    advice: 'Réessayez dans quelques minutes.',
  },
  'identity-changed': {
    what: 'Cette question a été posée avec d’autres droits que ceux dont vous disposez maintenant ici. Je ne peux donc plus l’utiliser.',
    advice: 'Posez-la à nouveau.',
  },
  internal: { what: 'Un problème est survenu de notre côté.', advice: 'Réessayez.' },
  'no-space': { what: 'Ce bot n’a accès à aucun espace Genie.' },
  'secret-unavailable': {
    what: 'Ce bot n’a pas pu obtenir ses identifiants Databricks.',
  },
  'sign-in-expired': {
    what: 'Votre connexion a expiré avant l’arrivée de la réponse.',
    advice: 'Posez à nouveau votre question.',
  },
  'sign-in-late': {
    what: 'J’ai attendu votre connexion pendant 15 minutes, en vain. Je n’ai donc pas interrogé Genie.',
    advice: 'Posez à nouveau votre question.',
  },
  'sign-in-mismatch': {
    what: 'Le compte que vous avez connecté n’est pas celui que vous utilisez ici. Je l’ai donc déconnecté.',
    advice: 'Posez à nouveau votre question, puis connectez-vous avec le compte utilisé ici.',
  },
  'sign-in-refused': {
    what: 'Databricks n’accepte pas votre compte.',
    advice: 'Il n’y est peut-être pas encore enregistré.',
  },
  'sign-in-replaced': {
    what: 'Vous avez posé une autre question avant de vous connecter. Je n’ai donc pas posé celle-ci.',
  },
  'sign-in-required': {
    what: 'Genie répond avec vos droits Databricks. Vous devez donc d’abord vous connecter.',
    advice:
      'Tapez « se connecter » dans notre conversation privée, puis posez à nouveau votre question.',
  },
  'sign-in-unavailable': {
    what: 'Je n’ai pas pu joindre le service qui gère votre connexion.',
    advice: 'Réessayez dans quelques minutes.',
  },
  storage: {
    what: 'Je n’ai pas pu enregistrer mon travail.',
    advice: 'Réessayez dans quelques minutes.',
  },
  'too-busy': {
    what: 'Trop de questions sont en attente. Je n’ai pas pu accepter celle-ci.',
    advice: 'Réessayez dans quelques minutes.',
  },
  'too-large': {
    what: 'Ce résultat est trop volumineux pour être chargé.',
    advice: 'Demandez moins de lignes ou de colonnes.',
  },
  undeliverable: {
    what: 'La réponse était prête, mais je n’ai pas pu la remettre ici.',
    advice: 'Réessayez dans un instant.',
  },
};
