import type { Texts } from '../texts.ts';

export function pageErrors(): Texts['pageErrors'] {
  return {
    language: 'fr',
    errorTitle: 'Le chat n’est pas disponible',
    signInTitle: 'Se connecter',
    signInLink: 'Se connecter',
    'signed-out': 'Pour interroger vos données, connectez-vous avec votre compte professionnel.',
    off: 'Il n’y a pas de page de chat ici. Votre administrateur peut l’activer.',
    foreign: 'Seule la page du chat peut faire cela. Ouvrez le chat dans son propre onglet.',
    'not-found': 'Il n’y a rien à cette adresse.',
    gone: 'Cela n’existe plus.',
    'wrong-method': 'Cela n’est pas possible à cette adresse.',
    'bad-request': 'Cette demande n’a pas de sens. Rechargez la page.',
    busy: 'C’est encore en cours. Réessayez dans un instant.',
    unavailable: 'Le chat n’est pas joignable pour le moment. Réessayez dans un instant.',
    failed: 'Une erreur s’est produite. Réessayez.',
  };
}
