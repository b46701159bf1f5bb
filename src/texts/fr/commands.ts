import type { CommandTexts } from '../commandTexts.ts';

/** The commands as they are typed in French. */
export const commands: CommandTexts = {
  help: {
    name: 'aide',
    sayings: ['aide-moi', 'que peux-tu faire', 'que pouvez-vous faire'],
    help: 'afficher cette aide',
    teamsMenu: 'Ce que vous pouvez demander, et comment',
  },
  reset: {
    name: 'réinitialiser',
    sayings: [
      'recommencer',
      'nouvelle conversation',
      'nouvelle discussion',
      'nouveau chat',
      'repartir de zéro',
    ],
    help: 'démarrer une nouvelle conversation ; l’ancienne reste dans votre historique',
    teamsMenu: 'Démarrer une nouvelle conversation avec Genie',
  },
  history: {
    name: 'mes conversations',
    sayings: ['conversations', 'afficher l’historique', 'historique des conversations'],
    help: 'afficher vos conversations récentes, pour en reprendre ou en supprimer une',
  },
  subscriptions: {
    name: 'mes abonnements',
    sayings: ['afficher mes abonnements', 'afficher les abonnements', 'voir mes abonnements'],
    help: 'afficher vos abonnements : les questions auxquelles je réponds à heure fixe',
    teamsMenu: 'Les questions qui reçoivent une réponse à heure fixe',
  },
  spaces: {
    name: 'changer d’espace',
    sayings: ['espaces', 'afficher les espaces', 'espaces genie'],
    help: 'afficher les espaces disponibles et passer de l’un à l’autre',
  },
  cancel: {
    name: 'annuler',
    sayings: ['arrêter', 'annule', 'arrête'],
    help: 'ne plus attendre une réponse',
  },
  sql: {
    name: 'sql',
    sayings: ['afficher le sql', 'montrer le sql', 'voir le sql', 'montre-moi le sql'],
    help: 'afficher le SQL de votre dernière réponse',
  },
  show: {
    name: 'afficher la réponse',
    sayings: ['revoir la réponse', 'montre-moi la réponse', 'montrer la réponse', 'afficher'],
    help: 'afficher de nouveau votre dernière réponse',
  },
  feedback: {
    name: 'évaluer',
    sayings: ['donner mon avis', 'donner un avis', 'évaluer la réponse', 'noter la réponse'],
    help: 'évaluer votre dernière réponse',
  },
  info: {
    name: 'infos',
    sayings: ['à propos', 'à propos de ce bot', 'informations sur ce bot'],
    help: 'afficher d’où viennent les réponses et ce qui est envoyé à Genie',
    teamsMenu: 'D’où viennent les réponses et qui contacter',
  },
  whoami: {
    name: 'qui suis-je',
    sayings: ['qui suis je'],
    help: 'afficher qui vous êtes d’après moi',
    teamsMenu: 'Qui vous êtes d’après le bot',
  },
  email: {
    name: 'indiquer mon e-mail',
    sayings: [
      'mon e-mail',
      'mon adresse e-mail',
      'changer d’e-mail',
      'changer d’adresse e-mail',
      'indiquer mon adresse e-mail',
    ],
    help: 'indiquer votre adresse e-mail, si je ne la connais pas',
  },
  'sign in': {
    name: 'se connecter',
    sayings: ['connexion', 'me connecter', 'connecte-moi'],
    help: 'vous connecter, pour que Genie réponde avec vos propres droits Databricks',
  },
  logout: {
    name: 'se déconnecter',
    sayings: ['déconnexion', 'me déconnecter', 'oublie-moi', 'oubliez-moi'],
    help: 'me faire oublier qui vous êtes ; « se déconnecter et supprimer » supprime aussi vos conversations dans Genie',
  },
  'logout and delete': {
    name: 'se déconnecter et supprimer',
    sayings: [
      'se déconnecter et tout supprimer',
      'me déconnecter et supprimer',
      'me déconnecter et tout supprimer',
      'déconnexion et suppression',
    ],
  },
  status: { name: 'status', sayings: [] },
};
