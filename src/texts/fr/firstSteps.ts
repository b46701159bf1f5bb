import { createCounted } from '../createCounted.ts';
import type { Grammar } from '../grammar.ts';
import type { Texts } from '../texts.ts';

export function firstSteps(grammar: Grammar): Texts['firstSteps'] {
  const { plural } = grammar;
  const counted = createCounted(grammar, 'd’');
  return {
    welcome: {
      title: 'Bonjour !',
      offer: ({ space }) =>
        `Posez-moi vos questions sur ${space ? `« ${space} »` : 'les données de votre entreprise'} avec vos propres mots. Databricks Genie répond par un tableau, avec le SQL correspondant.`,
      offerEndpoint: ({ endpoint }) =>
        `Posez-moi, avec vos propres mots, les questions auxquelles « ${endpoint} » peut répondre.`,
      summary: ({ offer }) => `Bonjour ! ${offer}`,
      demo: 'Ceci est une démonstration avec des données de vente fictives.',
      more: 'Tapez « aide » pour découvrir ce que je sais faire d’autre.',
    },
    help: {
      title: 'Comment poser une question',
      how: 'Posez une question avec vos propres mots, puis poursuivez : « et par région ? ». Pour obtenir les meilleures réponses, précisez l’indicateur, la période et le regroupement.',
      commands: 'Vous pouvez aussi taper',
      charts: ({ line, table }) =>
        `Pour voir votre dernière réponse autrement, tapez par exemple « ${line} » ou « ${table} ».`,
      all: 'Toutes les commandes',
      contact: ({ contact }) => `Un problème ? Contactez ${contact}.`,
    },
    mention: ({ name }) =>
      `Commencez chaque message par ${name}. Je ne vois aucun autre message ici.`,
    didYouMean: {
      ask: ({ command }) => `Vouliez-vous dire « ${command} » ?`,
      askGenie: ({ words }) => `Demander : « ${words} »`,
    },
    edited: {
      offer: ({ question }) =>
        `Vous avez modifié une question que j’avais déjà envoyée. Voulez-vous poser la question modifiée, « ${question} » ?`,
      ask: 'Poser la question modifiée',
    },
    unknownButton:
      'Je ne connais pas ce bouton. Il provient peut-être d’un ancien message. Tapez plutôt votre question.',
    noFiles:
      'Je ne peux pas lire les fichiers, les images ni les enregistrements. Tapez plutôt votre question.',
    adminsOnly: {
      change: 'Seuls les administrateurs de ce bot peuvent modifier cela.',
      status: 'Seuls les administrateurs de ce bot peuvent consulter son état.',
    },
    spaces: {
      one: 'Un espace Genie est disponible',
      several: 'Sur quoi poser vos questions',
      untitled: 'Espace sans titre',
      use: 'Utiliser cet espace',
      useInChannel: 'Utiliser pour ce canal',
      hidden: ({ spaces }) => {
        const more = counted(spaces, { one: 'autre espace', other: 'autres espaces' });
        return plural(spaces, {
          one: `${more} n’est pas affiché.`,
          other: `${more} ne sont pas affichés.`,
        });
      },
      gone: 'Cet espace n’est plus disponible.',
      setForChannel:
        'C’est fait. Les nouvelles conversations de ce canal utiliseront cet espace, sauf si quelqu’un en choisit un autre.',
      switched: ({ title }) =>
        `Vous utilisez maintenant « ${title} ». Votre prochaine question démarrera une nouvelle conversation.`,
      alreadyThere: ({ title }) => `Vous utilisez déjà « ${title} ». Votre conversation continue.`,
    },
  };
}
