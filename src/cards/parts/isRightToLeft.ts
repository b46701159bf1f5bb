const letters = /\p{L}/gu;
const rightToLeftLetter =
  /[\p{Script_Extensions=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/u;
/** Enough to see past a name or an abbreviation in other letters. */
const sample = 200;

/**
 * Whether a card with these texts is read from right to left. The first that has letters decides, by what most of its
 * first letters are: an Arabic sentence can begin with “EMEA”, and an English one with a name in Arabic.
 */
export function isRightToLeft(texts: readonly string[]): boolean {
  for (const text of texts) {
    const directions = firstLetters(text).map((letter) => rightToLeftLetter.test(letter));
    const rightToLeft = directions.filter(Boolean).length;
    if (directions.length > 0) return rightToLeft > directions.length / 2;
  }
  return false;
}

function firstLetters(text: string): string[] {
  return (text.slice(0, 4 * sample).match(letters) ?? []).slice(0, sample);
}

/** Whether some of a text is read from left to right, in whichever letters. */
export function hasLeftToRight(text: string): boolean {
  return firstLetters(text).some((letter) => !rightToLeftLetter.test(letter));
}
