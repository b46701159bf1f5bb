import type { Chart } from '../answers/chart.ts';

/** What is drawn besides the data, on a light ground; the picture has its own. */
export const ground = '#ffffff';
export const ink = '#3b4652';
export const lines = '#dde3ea';

/** The same on a dark ground, for people whose system is dark. */
export const inTheDark = new Map([
  [ground, '#292929'],
  [ink, '#d6d6d6'],
  [lines, '#4d4d4d'],
]);

export const font = {
  size: 13,
  family: 'system-ui,Segoe UI,Roboto,Noto Sans,sans-serif',
};

/** A Web Chat bubble is 480 pixels wide, and a phone not much less. */
const width = 480;
const height = 270;
const barHeight = 26;
/** Of one bar among several side by side. */
const narrowBarHeight = 15;
const groupGap = 12;

/** The size of a chart's picture, in CSS pixels. */
export function pictureSize({ kind, labels, series }: Chart): { width: number; height: number } {
  if (kind !== 'horizontal-bar') return { width, height };
  if (series.length === 1) return { width, height: 16 + labels.length * barHeight };
  return { width, height: 70 + labels.length * (series.length * narrowBarHeight + groupGap) };
}
