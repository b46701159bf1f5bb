import type { Texts } from '../texts.ts';

export function downloads(): Texts['downloads'] {
  return {
    forged: 'Ce lien n’est pas valide. Utilisez le bouton dans la conversation.',
    expired:
      'Ce lien a expiré. Sélectionnez à nouveau le bouton de téléchargement dans la conversation.',
    unknown: 'Ce téléchargement n’est plus disponible.',
    busy: 'Plusieurs fichiers sont en cours de préparation. Réessayez dans une minute.',
    'one-at-a-time':
      'Un autre de vos fichiers est en cours de préparation. Réessayez quand il sera prêt.',
    'too-often':
      'Vous avez téléchargé beaucoup de fichiers en peu de temps. Patientez une minute, puis réessayez.',
    'too-large':
      'Ce tableau est trop volumineux pour un seul fichier. Essayez CSV plutôt qu’Excel, ou demandez moins de lignes.',
    'signed-out':
      'Votre compte n’est plus connecté. Reconnectez-vous dans la conversation, puis réessayez.',
    'no-access': 'Vous n’avez pas accès à ces données dans Databricks, ou Genie ne les a plus.',
    failed: 'Le fichier n’a pas pu être créé. Réessayez dans quelques minutes.',
  };
}
