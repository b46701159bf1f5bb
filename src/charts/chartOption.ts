import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from '../answers/chart.ts';
import { chartColors } from '../answers/chartColors.ts';
import { numberWriter, percentWriter, timeWriter } from './axisTexts.ts';
import { font, ground, ink, lines, pictureSize } from './looks.ts';

const text = { color: ink, fontSize: font.size, fontFamily: font.family };
/** With more than this, figures above bars and marks on lines overlap. */
const maxFigures = 8;
const maxMarks = 24;
/** Narrower columns of text break within words. */
const leastForLines = 56;
const legend = { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemGap: 14, textStyle: text };
const legendRowHeight = 26;
/** The pictures are static. */
const still = { silent: true, emphasis: { disabled: true } };

/**
 * The ECharts option for a chart. https://echarts.apache.org/en/option.html
 *
 * @param locale a BCP 47 tag, for the numbers and dates
 */
export function chartOption(chart: Chart, locale?: string): EChartsCoreOption {
  const parts = chart.kind === 'donut' ? slices(chart, locale) : axesAndSeries(chart, locale);
  return {
    animation: false,
    useUTC: true,
    backgroundColor: ground,
    color: chartColors.map(({ hex }) => hex),
    textStyle: text,
    ...parts,
  };
}

function axesAndSeries(chart: Chart, locale: string | undefined): EChartsCoreOption {
  const writeNumber = numberWriter(locale);
  const isLying = chart.kind === 'horizontal-bar';
  const numbers = {
    type: 'value',
    axisLabel: { ...text, show: !isLying, formatter: writeNumber },
    splitLine: { show: !isLying, lineStyle: { color: lines } },
    splitNumber: 4,
    ...(isLying && { max: 'dataMax' }),
  };
  const points = pointAxis(chart, locale);
  const legendRows = countLegendRows(chart);
  return {
    grid: {
      left: 8,
      right: isLying ? 56 : 24,
      top: (isLying ? 8 : 20) + legendRows * legendRowHeight,
      bottom: 8,
      outerBoundsMode: 'same',
    },
    ...(legendRows > 0 && { legend }),
    xAxis: isLying ? numbers : points,
    yAxis: isLying ? points : numbers,
    series: drawnSeries(chart, writeNumber),
  };
}

/** How many rows the legend needs, by the usual width of letters: ECharts doesn't move the chart out of its way. */
function countLegendRows({ series, ...chart }: Chart): number {
  if (series.length < 2) return 0;
  const widths = series.map(({ name }) => name.length * font.size * 0.58 + 36);
  const { width } = pictureSize({ series, ...chart });
  return Math.ceil(widths.reduce((sum, each) => sum + each, 0) / (width * 0.9));
}

function pointAxis(chart: Chart, locale: string | undefined) {
  const { kind, labels, times } = chart;
  const common = { axisTick: { show: false }, axisLine: { lineStyle: { color: lines } } };
  if (kind === 'line' && times) {
    const formatter = timeWriter(times, locale);
    return {
      ...common,
      type: 'time',
      splitNumber: 5,
      axisLabel: { ...text, formatter, hideOverlap: true },
    };
  }
  const isLying = kind === 'horizontal-bar';
  return {
    ...common,
    type: 'category',
    data: labels,
    inverse: isLying,
    axisLabel: {
      ...text,
      ...(isLying ? { interval: 0, width: 170, overflow: 'truncate' } : namesBelow(chart)),
    },
  };
}

/** All names, in several lines if they are few and long; otherwise as many as there is room for. */
function namesBelow(chart: Chart) {
  const room = (pictureSize(chart).width - 70) / chart.labels.length - 4;
  const longest = Math.max(...chart.labels.map(({ length }) => length)) * font.size * 0.58;
  if (longest <= room) return { interval: 0 };
  return room >= leastForLines
    ? { interval: 0, width: room, overflow: 'break' }
    : { hideOverlap: true };
}

function drawnSeries(chart: Chart, writeNumber: (value: number) => string) {
  const { kind, labels, series, times } = chart;
  const style =
    kind === 'line'
      ? lineStyle(labels.length * series.length <= maxMarks)
      : barStyle(chart, writeNumber);
  return series.map(({ name, values }) => ({
    ...still,
    ...style,
    name,
    data: values.map((value, index) => {
      const y = value === null ? null : Number(value);
      return kind === 'line' && times ? [times[index], y] : y;
    }),
  }));
}

function lineStyle(showSymbol: boolean) {
  return { type: 'line', lineStyle: { width: 2.5 }, symbol: 'circle', symbolSize: 6, showSymbol };
}

function barStyle({ kind, labels, series }: Chart, writeNumber: (value: number) => string) {
  const isLying = kind === 'horizontal-bar';
  return {
    type: 'bar',
    barMaxWidth: isLying ? 16 : 44,
    itemStyle: { borderRadius: isLying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    label: {
      ...text,
      show: series.length === 1 && (isLying || labels.length <= maxFigures),
      position: isLying ? 'right' : 'top',
      formatter: ({ value }: { value: number }) => writeNumber(value),
    },
  };
}

function slices({ labels, series: [first] }: Chart, locale: string | undefined) {
  const writePercent = percentWriter(locale);
  const values = (first?.values ?? []).map(Number);
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    series: [
      {
        ...still,
        type: 'pie',
        radius: ['45%', '72%'],
        itemStyle: { borderColor: ground, borderWidth: 2 },
        data: values.map((value, index) => ({ value, name: labels[index] })),
        label: {
          ...text,
          width: 110,
          lineHeight: 17,
          overflow: 'truncate',
          formatter: ({ name, value }: { name: string; value: number }) =>
            `${name}\n${writePercent(value / sum)}`,
        },
      },
    ],
  };
}
