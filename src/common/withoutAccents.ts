const accents = /[\u0300-\u036f]/g;

/** A text without the accents of Latin letters, which people leave out on a phone. Japanese keeps its marks. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(accents, '').normalize('NFC');
}
