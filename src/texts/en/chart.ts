import type { Grammar } from '../grammar.ts';

/** What is said about a chart and beside it. Values and names come ready to show. */
export function chart({ plural, count, list }: Grammar) {
  const other = ({ count: number }: { count: number }) => `Other (${count(number)})`;
  return {
    /** The bar, slice or line that sums up the smallest. */
    other,

    // For screen readers, and for clients without charts.
    kinds: {
      line: (about: About) => `Line chart of ${measuresBy(about)}.`,
      bar: (about: About) => `Bar chart of ${measuresBy(about)}.`,
      donut: (about: About) => `Donut chart of ${measuresBy(about)}.`,
    },
    notDrawn: 'This app can’t show charts. See the table for the numbers.',
    notDrawnFigures: ({ figures }: { figures: string }) =>
      `This app can’t show charts. ${figures} See the table for the numbers.`,

    // The key figures: of one series, …
    fromTo: ({ start, end }: { start: string; end: string }) => `From ${start} to ${end}.`,
    highest: ({ figure }: { figure: string }) => `Highest: ${figure}.`,
    /** Not all rows are there. */
    highestShown: ({ figure }: { figure: string }) => `Highest shown: ${figure}.`,
    lowest: ({ figure }: { figure: string }) => `Lowest: ${figure}.`,
    /** A value, and the point that has it. */
    figure: ({ value, point }: { value: string; point: string }) => `${value} (${point})`,
    // … of several, …
    courses: ({ first, last, courses }: { first: string; last: string; courses: string[] }) =>
      `${first} to ${last}: ${courses.join('; ')}.`,
    course: ({ name, start, end }: { name: string; start: string; end: string }) =>
      `${name} ${start} to ${end}`,
    highestOfEach: ({ figures }: { figures: string[] }) => `Highest: ${figures.join('; ')}.`,
    highestShownOfEach: ({ figures }: { figures: string[] }) =>
      `Highest shown: ${figures.join('; ')}.`,
    named: ({ name, figure }: { name: string; figure: string }) => `${name} ${figure}`,
    // … and of slices.
    shares: (shares: readonly string[]) => `${shares.join(', ')}.`,

    // What the chart leaves out or sums up.
    summedUp: ({ count: number }: { count: number }) =>
      `“${other({ count: number })}” combines the ${count(number)} smallest.`,
    largestShown: ({ shown, total }: Trimmed) =>
      `The chart shows the ${count(shown)} largest of ${count(total)}.`,
    latestShown: ({ shown, total }: Trimmed) =>
      `The chart shows the latest ${count(shown)} of ${count(total)}.`,
    evenlySpaced: ({ shown, total }: Trimmed) =>
      `The chart shows ${count(shown)} of ${plural(total, { one: '1 point', other: `${count(total)} points` })}, evenly spaced.`,
    withoutTotal: 'The chart leaves out the total.',
    moreNumbers: 'The table has more numbers than the chart.',
    returnedRows: 'The chart shows only the rows that Genie returned.',
    tooLarge: 'This message is too large for a chart.',
  };

  function measuresBy({ measures, category }: About): string {
    return `${list(measures)} by ${category}`;
  }
}

interface Trimmed {
  shown: number;
  total: number;
}

/** The names of the columns that are drawn, and of the one that names the points. */
interface About {
  measures: readonly string[];
  category: string;
}
