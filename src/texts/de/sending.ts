import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: 'Fertig. Die Antwort finden Sie unten.',
    cardAsText: 'Dieser Chat hat die Karte nicht angenommen, deshalb sehen Sie hier ihren Text.',
  };
}
