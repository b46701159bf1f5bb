/**
 * Teams gives each of a chart's points the same share of the width for its name, and shows “2…” for what is wider. This
 * is the width that they share on a phone, where a card is 320 pixels wide: what fits there fits everywhere.
 */
const plotWidth = 248;
const linePadding = 8;
const barGap = 4;
const widestBar = 60;
/** How wide letters are in the font of Teams' axes, in pixels and rounded up. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFFEF]/u, 10.5],
  [/[MWmw@%&]/, 9],
  [/[ilj.,:;’'|\- ]/, 3.5],
];
const usualWidth = 6.2;

/** Whether all names can be read below the points of a line. */
export function fitBelowLine(names: readonly string[]): boolean {
  return areWithin(names, plotWidth / names.length - linePadding);
}

/** Whether all names can be read below their bars, or groups of bars. */
export function fitBelowBars(names: readonly string[]): boolean {
  return areWithin(names, Math.min(widestBar, plotWidth / names.length) - barGap);
}

function areWithin(names: readonly string[], room: number): boolean {
  return names.every((name) => textWidth(name) <= room);
}

function textWidth(text: string): number {
  const letters = Array.from(text);
  return letters.reduce((sum, letter) => sum + letterWidth(letter), 0);
}

function letterWidth(letter: string): number {
  return widths.find(([letters]) => letters.test(letter))?.[1] ?? usualWidth;
}
