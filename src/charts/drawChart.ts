import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../answers/chart.ts';
import { chartOption } from './chartOption.ts';
import { font, inTheDark, pictureSize } from './looks.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, SVGRenderer]);

/**
 * Draws a chart as an SVG picture. This file loads a megabyte of ECharts in about 40 ms: import it only if there is
 * something to draw.
 *
 * @param locale a BCP 47 tag, for the numbers and dates on the axes
 * @returns a `data:` URI
 */
export function drawChart(chart: Chart, locale?: string): `data:${string}` {
  const instance = init(null, null, { renderer: 'svg', ssr: true, ...pictureSize(chart) });
  try {
    instance.setOption(chartOption(chart, locale));
    return toDataUri(instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
}

const darkRules = Array.from(
  inTheDark,
  ([light, dark]) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`,
);
const darkStyle = `<style>@media(prefers-color-scheme:dark){${darkRules.join('')}}</style>`;

/** Percent-encoded, which is shorter than Base64; that matters if a message is limited to 80 KB. */
function toDataUri(svg: string): `data:${string}` {
  const encoded = encodeURIComponent(slim(svg)).replace(/%(?:2[0CF]|3[ABD])/g, decodeURIComponent);
  return `data:image/svg+xml,${encoded.replace(/%22/g, "'")}`;
}

/** Drops what ECharts repeats with every text, what only scripts in a page need, and what XML can't hold. */
function slim(svg: string): string {
  return svg
    .toWellFormed()
    .replace(/<style[^<]*(?:<!\[CDATA\[[^<]*)?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|baseProfile|version|xmlns:xlink|xml:space)="[^"]*"/g, '')
    .replace(/ style="font[^"]*"/g, '')
    .replace('<svg ', `<svg style="font:${font.size}px ${font.family}" `)
    .replace('>', `>${darkStyle}`)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '');
}
