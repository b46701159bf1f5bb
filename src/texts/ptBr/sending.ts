import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: 'Pronto. A resposta está abaixo.',
    cardAsText: 'Este chat não aceitou o cartão, então este é o texto dele.',
  };
}
