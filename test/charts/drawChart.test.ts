import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/answers/chart.ts';
import { drawChart } from '../../src/charts/drawChart.ts';

const kinds = ['line', 'bar', 'horizontal-bar', 'donut'] as const;
const column = { name: 'revenue', type: 'DOUBLE' };

function aChart(overrides: Partial<Chart> = {}): Chart {
  return {
    kind: 'bar',
    category: 'region',
    labels: ['EMEA', 'APAC', 'Americas'],
    series: [{ name: 'revenue', column, values: ['1284310.5', '803250', '45'] }],
    notes: [],
    ...overrides,
  };
}

/** The picture as SVG. */
function svgOf(chart: Chart, locale?: string): string {
  const [, encoded] = /^data:image\/svg\+xml,(.*)$/s.exec(drawChart(chart, locale)) ?? [];
  return decodeURIComponent(encoded ?? '');
}

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text]) => text ?? '');
}

/** What is wrong with an XML text, as far as the eye of a browser is concerned. */
function xmlTroubles(xml: string): string[] {
  const open: string[] = [];
  const troubles: string[] = [];
  for (const [, end, name = '', attributes = ''] of xml.matchAll(/<(\/?)([\w-]+)([^<>]*)>/g)) {
    if (end) {
      if (open.pop() !== name) troubles.push(`</${name}>`);
    } else if (!attributes.endsWith('/')) open.push(name);
  }
  const bare = xml.replace(/<\/?[\w-]+[^<>]*>/g, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(bare)) troubles.push(bare);
  if (/[\p{Cc}\uFFFE\uFFFF]/u.test(xml)) troubles.push('control characters');
  return [...troubles, ...open];
}

describe.each(kinds)('a picture of kind %s', (kind) => {
  test('names its points, and abbreviates its numbers', () => {
    const texts = textsOf(svgOf(aChart({ kind }))).join(' ');
    for (const label of ['EMEA', 'APAC', 'Americas']) expect(texts).toContain(label);
    expect(texts).toMatch(kind === 'donut' ? /62%/ : /1\.28M|1\.2M|1\.5M/);
  });

  test('is valid XML whatever its names contain, and they stay text', () => {
    const name = `</text><script>alert("1")</script>&amp;'\u0000\u0001\uFFFF\uD800{a|b}%{c}`;
    const labels = [name, `${name}2`, '['];
    const series = [
      { name, column, values: ['3', '2', '1'] },
      { name: `${name} 2`, column, values: ['3', '2', '1'] },
    ];
    const svg = svgOf(
      aChart({ kind, labels, series: kind === 'donut' ? series.slice(1) : series }),
    );
    expect(xmlTroubles(svg)).toEqual([]);
    expect(svg).not.toContain('<script');
  });

  test('has the colors of Teams, on a ground that is light or dark as the system is', () => {
    const series = ['a', 'b'].map((name) => ({ name, column, values: ['3', '2', '1'] }));
    const svg = svgOf(aChart({ kind, series }));
    const [blue, teal] = [/#2461ca/, /#00b7c3/];
    expect(svg).toMatch(blue);
    expect(svg).toMatch(teal);
    expect(svg).toMatch(/<rect width='480' height='\d+' x='0' y='0' fill='#ffffff'/);
    expect(svg).toMatch(/@media\(prefers-color-scheme:dark\)\{\[fill='#ffffff'\]\{fill:#292929\}/);
  });

  test('refers to nothing outside of itself', () => {
    const svg = svgOf(aChart({ kind })).replace('http://www.w3.org/2000/svg', '');
    expect(svg).not.toMatch(/http|href|url\((?!#)/);
  });

  test('is small enough for a message, at its limits', () => {
    const points = kind === 'line' ? 66 : kind === 'donut' ? 8 : 30;
    const labels = Array.from(
      { length: points },
      (_, index) => `Category with a long name ${index}`,
    );
    const values = labels.map((_, index) => String(1e6 / (index + 1)));
    const lines = kind === 'line' ? 6 : 1;
    const series = Array.from({ length: lines }, (_, index) => ({
      name: `Line ${index}`,
      column,
      values,
    }));
    const uri = drawChart(aChart({ kind, labels, series }));
    expect(uri.length * 2).toBeLessThan(40_000);
  });
});

test('a line over time has dates on its axis, in the asker’s language, wherever the server is', () => {
  const times = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, month, 1)).toISOString(),
  );
  const values = times.map((_, index) => String(index));
  const chart = aChart({
    kind: 'line',
    labels: times,
    times,
    series: [{ name: 'n', column, values }],
  });
  expect(textsOf(svgOf(chart, 'de-DE')).join(' ')).toMatch(/Jan\.? 2026.*Mai 2026/s);
  expect(textsOf(svgOf(chart, 'xx-nonsense')).join(' ')).toMatch(/Jan 2026/);
});

test('names below bars are never cut off: they take lines, or some are left out', () => {
  const named = (labels: string[]) => {
    const values = labels.map(() => '1');
    const texts = textsOf(svgOf(aChart({ labels, series: [{ name: 'n', column, values }] })));
    return texts.map((text) => text.trim());
  };
  const long = named(['North America', 'Central and South America', 'Asia', 'Europe', 'Africa']);
  expect(long).toEqual(expect.arrayContaining(['North', 'Central and', 'Africa']));
  const months = Array.from({ length: 12 }, (_, month) => `${2024}-${month + 10}`);
  const shown = named(months).filter((name) => name.startsWith('2024'));
  expect(shown.length).toBeGreaterThan(3);
  for (const name of [...long, ...shown]) expect(name).not.toContain('…');
  for (const name of shown) expect(months).toContain(name);
});

test('gaps in a line stay gaps', () => {
  const values = ['1', '2', null, '3', '4'];
  const labels = ['a', 'b', 'c', 'd', 'e'];
  const paths = (all: (string | null)[]) =>
    svgOf(aChart({ kind: 'line', labels, series: [{ name: 'n', column, values: all }] })).match(
      /<path d='M[^']*' fill='none' stroke='#2461ca'/g,
    );
  expect(paths(values)?.join()).toMatch(/M.*M/);
  expect(paths(['1', '2', '2.5', '3', '4'])?.join()).not.toMatch(/M.*M/);
});
