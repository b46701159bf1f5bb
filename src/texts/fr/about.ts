import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function about({ plural, decimal }: Grammar): Texts['about'] {
  return {
    info: {
      title: 'À propos de ce bot',
      source: 'Source des réponses',
      demo: 'espace de travail de démonstration, données de vente fictives, sans IA',
      sent: 'Envoyé à Genie',
      sentToEndpoint: 'Envoyé au point de terminaison',
      history: 'ce qui a été dit avant dans la conversation',
      question: 'votre question',
      email: 'votre adresse e-mail',
      ratings: 'vos évaluations',
      newConversation: 'Nouvelle conversation',
      afterIdle: ({ hours }) =>
        hours === 1
          ? 'après une heure d’inactivité'
          : plural(hours, {
              one: `après ${decimal(hours)} heure d’inactivité`,
              other: `après ${decimal(hours)} heures d’inactivité`,
            }),
      contact: 'Contact',
      version: 'Version',
      summary: ({ source }) => `Source des réponses : ${source}.`,
    },
    whoami: {
      title: 'Vous êtes',
      summary: 'Qui vous êtes',
      name: 'Nom',
      email: 'E-mail',
      unverifiedEmail: 'E-mail (non vérifié)',
      sources: {
        teams: 'D’après votre profil Teams.',
        page: 'D’après votre connexion à cette page.',
        'self-declared': 'Informations saisies dans cette conversation, non vérifiées.',
      },
      unknown: 'Je ne connais ni votre nom ni votre adresse e-mail.',
      signedInAs: 'Compte connecté',
      notSignedIn: 'Aucun compte n’est connecté. Tapez « se connecter » pour vous connecter.',
      separate: 'Vos conversations avec Genie sont séparées de celles des autres.',
    },
    email: {
      ask: 'Quelle est votre adresse e-mail ? Vous pouvez ajouter votre nom : « Ada Lovelace <ada@example.com> ». Je ne peux pas vérifier l’adresse, je l’indiquerai donc comme non vérifiée.',
    },
    signIn: {
      needless: 'Inutile de vous connecter : Genie répond avec les droits de ce bot.',
      elsewhere:
        'Connectez-vous plutôt en privé : ouvrez une conversation avec moi et tapez « se connecter ».',
      already: ({ name }) =>
        name ? `Votre compte est déjà connecté : ${name}.` : 'Votre compte est déjà connecté.',
    },
  };
}
