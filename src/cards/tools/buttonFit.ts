import { BoundedMap } from '../../common/boundedMap.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { textWidth } from '../parts/textWidth.ts';

/** Pixels of the clients' buttons, measured in cards 320 pixels wide, as they are on a phone. */
const measures = {
  teams: { room: 286, digit: 8, padding: 26, gap: 8, menu: 32 },
  webchat: { room: 268, digit: 7.4, padding: 22, gap: 8, menu: 0 },
} as const;

/** A card of Teams breaks a long row of buttons in two; that is still one row to most readers, three lines aren't. */
const mostLines = 2;

/**
 * Whether buttons with these titles can stand side by side on a phone.
 *
 * @param menu with Teams' button for the rest of them: `beside` the row, or as the last of it
 */
export function fitsRow(
  channel: CardChannel,
  titles: readonly string[],
  menu?: 'beside' | 'last',
): boolean {
  if (channel === 'webchat') return fitsColumns(titles);
  const { room, gap, menu: menuWidth } = measures.teams;
  const widths = titles.map((title) => buttonWidth(channel, title));
  return menu === 'beside'
    ? linesOf(widths, room - menuWidth - gap) <= mostLines
    : linesOf([...widths, ...(menu === 'last' ? [menuWidth] : [])], room) <= mostLines;
}

/** Whether such buttons need no more than one line on a phone. */
export function fitsLine(channel: CardChannel, titles: readonly string[]): boolean {
  if (channel === 'webchat') return fitsColumns(titles);
  const widths = titles.map((title) => buttonWidth(channel, title));
  return linesOf(widths, measures.teams.room) === 1;
}

/** Whether columns of Web Chat can be as wide as such buttons on a phone, so that nothing has to shrink. */
export function fitsUnshrunk(titles: readonly string[]): boolean {
  const { room, gap } = measures.webchat;
  const widths = titles.map((title) => buttonWidth('webchat', title));
  return sum(widths) + gap * (titles.length - 1) <= room;
}

/** Pixels of a column in Web Chat that must not shrink, on a desktop, where letters are larger; others shrink. */
export function fixedWidth(title: string): number | undefined {
  return title.includes(' ') ? undefined : Math.ceil(digits(title) * 8.5 + 31);
}

function buttonWidth(channel: CardChannel, title: string): number {
  const { digit, padding } = measures[channel];
  return digits(title) * digit + padding;
}

/** The same few titles are on every card. */
const known = new BoundedMap<string, number>(500);

function digits(title: string): number {
  const found = known.get(title);
  if (found !== undefined) return found;
  const width = textWidth(title);
  known.set(title, width);
  return width;
}

/** Buttons that wrap. */
function linesOf(widths: readonly number[], room: number): number {
  let [lines, used] = [1, 0];
  for (const width of widths) {
    const needed = used === 0 ? width : used + measures.teams.gap + width;
    if (needed > room && used > 0) {
      lines += 1;
      used = width;
    } else {
      used = needed;
    }
  }
  return lines;
}

/**
 * Web Chat shrinks the columns of a row alike, if they aren't fixed; a button can break its title between words, but
 * must not within one.
 */
function fitsColumns(titles: readonly string[]): boolean {
  const { room, gap } = measures.webchat;
  const fixed = titles.map((title) => fixedWidth(title) ?? 0);
  const left = room - gap * (titles.length - 1) - sum(fixed);
  const shrinking = titles.filter((title) => fixedWidth(title) === undefined);
  const widths = shrinking.map((title) => buttonWidth('webchat', title));
  const share = Math.min(1, left / Math.max(1, sum(widths)));
  return (
    left >= 0 &&
    shrinking.every((title, index) => {
      const longest = Math.max(...title.split(' ').map((word) => buttonWidth('webchat', word)));
      return share * (widths[index] ?? 0) >= longest;
    })
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
