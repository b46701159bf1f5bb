/** What a column of a table needs, in digits. */
export interface ColumnNeeds {
  /** So that no word or number is broken. */
  least: number;
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

/** How many digits are side by side on a phone: Teams' cards are 320 pixels wide there. */
const room = 36;
/** Around each cell. */
const padding = 2.5;
/** The most that one column takes from the others. */
const widest = 40;
/** The least for words below the first column. */
const readable = 14;

/**
 * Divides the width of a table so that no client breaks a number in two: half a number is another number. A card doesn't
 * know how wide it's shown, so it's made for a phone; where columns don't fit there, the figures stay columns, which
 * people compare, and the rest becomes lines below the first column.
 */
export function layOutTable(needs: readonly ColumnNeeds[]): TableLayout {
  const others = needs.map((_, index) => index).slice(1);
  const isMeasure = (index: number) => needs[index]?.isMeasure === true;
  const order = [...others.filter(isMeasure), ...others.filter((index) => !isMeasure(index))];
  for (let kept = order.length; kept > 0; kept -= 1) {
    const layout = divide(needs, order.slice(0, kept), order.slice(kept));
    if (layout !== undefined) return layout;
  }
  return { columns: [{ index: 0, width: 1 }], below: others };
}

function divide(
  needs: readonly ColumnNeeds[],
  kept: readonly number[],
  below: readonly number[],
): TableLayout | undefined {
  const needsBelow = below.map((index) => Math.max(readable, needs[index]?.below ?? 0));
  const columns = [0, ...kept.toSorted((one, other) => one - other)].map((index) => {
    const { least = 0, wish = 0 } = needs[index] ?? {};
    return index === 0
      ? { index, least: Math.max(least, ...needsBelow), wish: below.length > 0 ? widest : wish }
      : { index, least, wish };
  });
  const slack = room - sum(columns.map(({ least }) => least + padding));
  if (slack < 0) return undefined;
  const wishes = columns.map(({ least, wish }) => Math.max(0, Math.min(wish, widest) - least));
  const share = Math.min(1, slack / Math.max(1, sum(wishes)));
  return {
    columns: columns.map(({ index, least }, at) => ({
      index,
      width: Math.round(least + padding + share * (wishes[at] ?? 0)),
    })),
    below: below.toSorted((one, other) => one - other),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
