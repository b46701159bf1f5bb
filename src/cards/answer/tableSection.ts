import type { AnswerTable } from '../../answers/answer.ts';
import type { CardElement, Container, ToggleVisibilityAction } from '../parts/adaptiveCard.ts';
import { buttonRows } from '../parts/buttonRow.ts';
import { chartContent, isChartFirst } from './chartSection.ts';
import { exportActions } from './exportActions.ts';
import { type TableContent, tableContent, titleElements } from './tableContent.ts';
import { tableDetails } from './tableDetails.ts';
import type { SectionView } from './view.ts';

/** One table of the answer: its title, its chart or its rows, what isn't shown, and the SQL behind a button. */
export function tableSection(table: AnswerTable, view: SectionView): CardElement[] {
  const chart = chartContent(table, view);
  const rows = tableContent(table, view);
  const details = tableDetails(table, view);
  const rowButtons = [...rows.actions, ...details.actions];
  return [
    ...titleElements(table),
    ...(chart.elements.length === 0
      ? [...rows.elements, ...chart.missing, ...buttonRows(view.channel, rowButtons)]
      : chartOrRows(
          { elements: chart.elements, actions: details.actions },
          { elements: rows.elements, actions: rowButtons },
          view,
          isChartFirst(table, view),
        )),
    // What a button opens is right below it.
    ...details.elements,
    ...exportActions(table, view),
  ];
}

/** The chart and the rows in the same place. The button that swaps them changes only the card itself. */
function chartOrRows(
  chart: TableContent,
  rows: TableContent,
  { channel, index }: SectionView,
  chartFirst: boolean,
): Container[] {
  const ids = { chart: `chart${index}`, rows: `rows${index}` };
  const swap = (title: string): ToggleVisibilityAction => ({
    type: 'Action.ToggleVisibility',
    title,
    targetElements: [ids.chart, ids.rows],
  });
  const place = (
    id: string,
    isVisible: boolean,
    { elements, actions }: TableContent,
    swapTitle: string,
  ): Container => ({
    type: 'Container',
    id,
    isVisible,
    items: [...elements, ...buttonRows(channel, [swap(swapTitle), ...actions])],
  });
  return [
    place(ids.chart, chartFirst, chart, 'Show table'),
    place(ids.rows, !chartFirst, rows, 'Show chart'),
  ];
}
