import { withoutAccents } from '../../common/withoutAccents.ts';

/** A text as it is compared: case, accents and the width of letters don't count, in any script. */
export function foldText(text: string): string {
  // Upper case first: it writes ß and ſ as they are typed without them.
  const lower = text.normalize('NFKC').toUpperCase().toLowerCase();
  return withoutAccents(lower).replaceAll('ς', 'σ');
}
