/** What a column of a table needs, in digits. */
export interface ColumnNeeds {
  /** So that nothing is broken that mustn't be: numbers, the words of its heading, and short words. */
  least: number;
  /** So that long words aren't broken on a computer; on a phone they can be. */
  words: number;
  /** So that all of it is on one line. */
  wish: number;
  /** So that none is broken below the first column, as `name: value`. */
  below: number;
  isMeasure: boolean;
}

export interface TableLayout {
  /** The columns that stay columns, in their order, and how the width is divided. */
  columns: { index: number; width: number }[];
  /** Those that go below the first column. */
  below: number[];
}

/**
 * How many digits are side by side in a table, and how many of them the padding of a cell takes: in Teams and in Web
 * Chat, on a phone of 320 pixels and beside a computer's chat list, which leaves a card of 446.
 */
const phones = [
  { room: 35.7, padding: 2.2 },
  { room: 33.5, padding: 1 },
];
const computers = [
  { room: 51.5, padding: 2.2 },
  { room: 49.2, padding: 1 },
];
/** For words below the first column: the more of them, the more room, or they'd be a tower. */
const readableBelow = { least: 11, perColumn: 6, most: 18 };
/** The most that one column takes from the others. */
const widest = 40;

/**
 * Divides the width of a table so that no client breaks a number in two: half a number is another number. A card doesn't
 * know how wide it's shown, so it's made for a phone; where columns don't fit there, the figures stay columns, which
 * people compare, and the rest becomes lines below the first column.
 */
export function layOutTable(needs: readonly ColumnNeeds[]): TableLayout {
  const others = needs.map((_, index) => index).slice(1);
  const whole = divide(needs, others, []);
  if (whole !== undefined) return whole;
  const isMeasure = (index: number) => needs[index]?.isMeasure === true;
  const order = [...others.filter(isMeasure), ...others.filter((index) => !isMeasure(index))];
  let layout: TableLayout = { columns: [{ index: 0, width: 1 }], below: others };
  for (const index of order) {
    const kept = [...layout.columns.slice(1).map((column) => column.index), index];
    const below = layout.below.filter((other) => other !== index);
    layout = divide(needs, kept, below) ?? layout;
  }
  return layout;
}

/** `undefined` if so many columns don't fit side by side. */
function divide(
  needs: readonly ColumnNeeds[],
  kept: readonly number[],
  below: readonly number[],
): TableLayout | undefined {
  const { least, perColumn, most } = readableBelow;
  const needsBelow = Math.max(
    Math.max(least, Math.min(most, perColumn * below.length)),
    ...below.map((index) => needs[index]?.below ?? 0),
  );
  const columns = [0, ...kept.toSorted((one, other) => one - other)].map((index) => {
    const { least: own = 0, words = 0, wish = 0 } = needs[index] ?? {};
    const isAbove = index === 0 && below.length > 0;
    const share = Math.max(
      shareOf(isAbove ? Math.max(own, needsBelow) : own, phones),
      shareOf(words, computers),
    );
    const wished = shareOf(Math.min(isAbove ? widest : wish, widest), phones);
    return { index, share, wish: Math.max(0, wished - share) };
  });
  const slack = 1 - sum(columns.map(({ share }) => share));
  if (slack < 0) return undefined;
  const part = Math.min(1, slack / Math.max(Number.EPSILON, sum(columns.map(({ wish }) => wish))));
  return {
    columns: columns.map(({ index, share, wish }) => ({
      index,
      width: Math.round(1000 * (share + part * wish)),
    })),
    below: below.toSorted((one, other) => one - other),
  };
}

/** The part of a table's width that leaves room for so many digits, however its clients pad the cells. */
function shareOf(digits: number, clients: typeof phones): number {
  return Math.max(...clients.map(({ room, padding }) => (digits + padding) / room));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
