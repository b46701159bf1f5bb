import type { transcript as english } from './en.ts';

export function transcript(): ReturnType<typeof english> {
  return {
    untitled: 'Chat',
    saved: ({ time }) => `Gespeichert am ${time}`,
    unknownQuestion: 'Diese Frage ist nicht mehr verfügbar',
    onlyNewest: ({ questions }) => `In dieser Datei stehen nur die neuesten ${questions} Fragen.`,
    nothingAsked: 'In diesem Chat wurde noch nichts gefragt.',
    open: 'Diese Frage war noch in Bearbeitung, als der Chat gespeichert wurde.',
    cancelled: 'Diese Frage wurde abgebrochen.',
  };
}
