import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: 'Chat',
    saved: ({ time }) => `Enregistré le ${time}`,
    unknownQuestion: 'Cette question n’est plus disponible',
    onlyNewest: ({ questions }) =>
      `Ce fichier ne contient que les ${questions} questions les plus récentes.`,
    nothingAsked: 'Aucune question n’a encore été posée dans ce chat.',
    open: 'Cette question était encore en cours de traitement lors de l’enregistrement du chat.',
    cancelled: 'Cette question a été annulée.',
  };
}
