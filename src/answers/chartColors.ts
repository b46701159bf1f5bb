/**
 * The colors of series and slices, in this order: Teams' names for them and what it draws, in light and dark alike. The
 * first ones differ in lightness as well as in hue, so that color-blind people can tell them apart.
 */
export const chartColors = [
  { teams: 'categoricalBlue', hex: '#2461ca' },
  { teams: 'categoricalTeal', hex: '#00b7c3' },
  { teams: 'categoricalPurple', hex: '#80215d' },
  { teams: 'categoricalRed', hex: '#c50f1f' },
  { teams: 'categoricalGreen', hex: '#00cc6a' },
  { teams: 'categoricalMarigold', hex: '#f3c761' },
  { teams: 'categoricalLightBlue', hex: '#0078d4' },
  { teams: 'categoricalLime', hex: '#a4cd6c' },
] as const;

export type TeamsColor = (typeof chartColors)[number]['teams'];
