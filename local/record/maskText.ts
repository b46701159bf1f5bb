/**
 * Markup and addresses that are the same for everyone and that our parsers look for: tags without what is written in
 * them, entities, the beginning of a link.
 */
const markup =
  /<\/?(?:at|a|b|blockquote|br|code|div|em|hr|i|img|li|ol|p|pre|s|span|strong|table|tbody|td|th|thead|tr|u|ul)(?=[\s/>])|&(?:amp|apos|gt|lt|nbsp|quot|#39|#160);|https?:\/\/|\bitemtype="http:\/\/schema\.skype\.com\/(?:Mention|Reply)"|\bitemscope\b|"feedbackText":/g;

/** What stands for a character of each kind, the first that fits. Texts of one kind look alike, so nothing can hide. */
const kinds: readonly [RegExp, string][] = [
  [/[\t\n\r -/:-@[-`{-~]/, '='],
  [/\p{Script=Hebrew}/u, 'א'],
  [/\p{Script=Arabic}/u, 'ب'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, '字'],
  [/[\p{Lu}\p{Lt}]/u, 'X'],
  [/\p{L}/u, 'x'],
  [/\p{N}/u, '1'],
  [/\p{M}/u, '\u0301'],
  [/\u00a0/, '\u00a0'],
  [/[\u2028\u2029\p{Zs}]/u, ' '],
  [/[\u202a-\u202e\u2066-\u2069]/, '\u202e'],
  [/\p{Cf}/u, '\u200b'],
  [/[\u2010-\u2015]/, '–'],
  [/[\u2018\u2019]/, '’'],
  [/[\u201c\u201d\u201e]/, '”'],
  [/…/, '…'],
  [/•/, '•'],
  [/\p{Sc}/u, '¤'],
  [/\p{Cc}/u, '\u0001'],
];

/**
 * A text without what it says: a letter becomes an x, a digit a 1, and so on. Its length, its spaces, its punctuation
 * and its markup stay.
 */
export function maskText(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(markup)) {
    result += maskCharacters(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return result + maskCharacters(text.slice(from));
}

/** The same without markup, which means nothing in a value. */
export function maskCharacters(text: string): string {
  return Array.from(text, maskCharacter).join('');
}

function maskCharacter(character: string): string {
  const mask = kinds.find(([kind]) => kind.test(character))?.[1];
  if (mask === '=') return character;
  if (mask !== undefined) return mask.repeat(character.length);
  return character.length === 2 ? '😀' : character.isWellFormed() ? '□' : '\ufffd';
}
