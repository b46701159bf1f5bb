import { decodeEntities } from '../../common/decodeEntities.ts';

/**
 * A name in the form that names are compared in: a client may escape it, and write its blanks, its case and its
 * invisible marks differently in the text of a message and beside it.
 */
export function bareName(name: string): string {
  return decodeEntities(name)
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}
