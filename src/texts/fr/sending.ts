import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: 'Terminé. La réponse se trouve ci-dessous.',
    cardAsText: 'Cette conversation n’a pas accepté la carte. En voici donc le texte.',
  };
}
