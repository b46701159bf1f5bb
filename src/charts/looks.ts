import type { Chart } from '../answers/chart.ts';

/** Dark enough on white, and distinguishable for color-blind people. */
export const palette = [
  '#1f5fa8',
  '#d55e00',
  '#009e73',
  '#8f4fb5',
  '#b8860b',
  '#56b4e9',
  '#c4457a',
  '#6b7680',
];

export const ink = '#3b4652';
export const lines = '#dde3ea';

export const font = {
  size: 13,
  family: 'system-ui,Segoe UI,Roboto,Noto Sans,sans-serif',
};

/** A Web Chat bubble is 480 pixels wide, and a phone not much less. */
const width = 480;
const height = 270;
const barHeight = 26;

/** The size of a chart's picture, in CSS pixels. */
export function pictureSize({ kind, labels }: Chart): { width: number; height: number } {
  if (kind !== 'horizontal-bar') return { width, height };
  return { width, height: 16 + labels.length * barHeight };
}
