import type { AnswerTable } from '../../answers/answer.ts';
import type { CardElement, Container } from '../parts/adaptiveCard.ts';
import type { Face } from '../tools/arrangeTools.ts';
import { panelElement, panelTool } from '../tools/panel.ts';
import { plainTool, type Tool } from '../tools/tool.ts';
import { toolBar } from '../tools/toolBar.ts';
import { type AnswerTools, lastRowId } from './answerActions.ts';
import { chartContent, isChartFirst } from './chartSection.ts';
import { downloadTool } from './downloadTool.ts';
import { tableContent, titleElements } from './tableContent.ts';
import { sqlPanel, understandingPanel } from './tableDetails.ts';
import type { SectionView } from './view.ts';

/** What the card of an answer with one table has besides it. */
export interface OnlyTable {
  /** The tools of the answer, which stand beside the table's own. */
  tools: AnswerTools;
  hasLastRow: boolean;
}

/**
 * One table of the answer: its title, its chart or its rows, what isn't shown, and one row of tools. What a tool opens
 * takes the row's place.
 *
 * @param only if it's the only one
 */
export function tableSection(
  table: AnswerTable,
  view: SectionView,
  only?: OnlyTable,
): CardElement[] {
  const { channel, index } = view;
  const chart = chartContent(table, view);
  const rows = tableContent(table, view);
  const sql = sqlPanel(table, view);
  const understanding = understandingPanel(table, view);
  const barId = `t${index}`;
  const always = sql.map(panelTool);
  const { previousRows } = view.texts.answer;
  const pages = rows.actions.map((action) =>
    plainTool(action, action.title === previousRows ? { isSpare: true } : {}),
  );
  const ofRows = [...pages, ...(only?.tools.first ?? [])];
  const faces =
    chart.elements.length > 0 ? facesOf(ofRows, view, isChartFirst(table, view)) : undefined;
  return [
    ...titleElements(table),
    ...(faces
      ? [faceElement(faces[0], chart.elements), faceElement(faces[1], rows.elements)]
      : [...rows.elements, ...chart.missing]),
    ...toolBar(
      {
        id: barId,
        moreId: `m${index}`,
        ...(faces ? { tools: always, faces } : { tools: [...always, ...ofRows] }),
        rest: [
          ...downloadTool(table, view),
          ...(only?.tools.rest ?? []),
          ...understanding.map(panelTool),
        ],
        ...(only?.hasLastRow && { otherRow: lastRowId }),
      },
      view,
    ),
    // What a button opens is right where the button was.
    ...[...sql, ...understanding].map((panel) => panelElement(panel, barId, channel)),
  ];
}

/** The chart and the rows in the same place. The button that swaps them changes only the card itself. */
function facesOf(
  ofRows: readonly Tool[],
  { index, texts }: SectionView,
  chartFirst: boolean,
): [Face, Face] {
  const { showTable, showChart } = texts.answer;
  return [
    { shows: `chart${index}`, isHidden: !chartFirst, swap: showTable, tools: [] },
    { shows: `rows${index}`, isHidden: chartFirst, swap: showChart, tools: ofRows },
  ];
}

function faceElement({ shows, isHidden }: Face, items: CardElement[]): Container {
  return { type: 'Container', id: shows, isVisible: !isHidden, items };
}
