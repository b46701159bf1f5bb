import type { Texts } from '../texts.ts';

export function sending(): Texts['sending'] {
  return {
    answerBelow: 'Listo. La respuesta está más abajo.',
    cardAsText: 'Este chat no aceptó la tarjeta, así que este es su texto.',
  };
}
