import type { ChartWish } from '../../answers/chart.ts';
import { bareWords } from './command.ts';

const wishes: Readonly<Record<string, ChartWish>> = {
  line: 'line',
  bar: 'bar',
  column: 'bar',
  pie: 'donut',
  donut: 'donut',
  doughnut: 'donut',
  table: 'table',
};

const pattern =
  /^(?:please )?(?:(?:show|draw|display|plot)(?: me)?(?: it| this| that| them| these)? )?as (?:a |an )?(line|bar|column|pie|donut|doughnut|table)(?:[ -]?(?:chart|graph|plot|diagram))?(?: please)?$/;

/** How the person wants to see the last answer: “as a line chart”. It must be the whole message. */
export function parseChartWish(text: string): ChartWish | undefined {
  return wishes[pattern.exec(bareWords(text))?.[1] ?? ''];
}
