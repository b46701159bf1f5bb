import { chartColors, type TeamsColor } from '../../answers/chartColors.ts';

/** The color of the series or slice at an index, by Teams' name for it. */
export function colorAt(index: number): TeamsColor {
  const [first] = chartColors;
  return (chartColors[index % chartColors.length] ?? first).teams;
}
