import type { AnswerTable } from '../../answers/answer.ts';
import { createCellFormatter } from '../../answers/cellFormatter.ts';
import { isZoned } from '../../answers/cells/timeColumn.ts';
import { headingOf } from '../../answers/names/headingOf.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CardAction, CardElement, SubmitAction } from '../parts/adaptiveCard.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { missingText } from './missingText.ts';
import { pageActions } from './pageActions.ts';
import { type TableView, tableElement } from './tableElement.ts';
import { tableNotes, zoneNote } from './tableNotes.ts';

const maxTitleLength = 120;
/** A longer value is text, not a figure to show large. */
const maxFigureLength = 40;

/** Elements, and the buttons that belong below them. */
export interface TableContent {
  elements: CardElement[];
  actions: CardAction[];
}

/**
 * The rows of a table and what a reader has to know about them; a single value in large type; or why there are no rows.
 */
export function tableContent(
  table: AnswerTable,
  view: TableView & { texts: Texts; answerKey: string; isShared?: true },
): TableContent {
  if (table.error !== undefined) {
    const reason = noteText(clipLine(missingText(table.error, view.texts), 300));
    const elements = [richText(view.texts.table.notLoaded), reason];
    return {
      elements,
      actions: table.canRetry && !view.isShared ? [loadAgain(view)] : [],
    };
  }
  if (table.rows.length === 0 || table.columns.length === 0)
    return { elements: [richText(noRowsText(table, view))], actions: [] };
  const figure = figureElements(table, view);
  if (figure) return { elements: figure, actions: [] };
  const shown = tableElement(table, view);
  return {
    elements: [shown.element, ...tableNotes(table, shown, view).map(noteText)],
    actions: view.isShared ? [] : pageActions(table, shown, view.answerKey, view.texts),
  };
}

function loadAgain({ answerKey, texts }: Reader & { answerKey: string }): SubmitAction {
  return submitButton(texts.table.loadAgain, { action: 'show', answer: answerKey });
}

/** Rows that Genie stores elsewhere, or sends without their columns, exist but can't be shown. */
export function noRowsText(
  { totalRows, truncated }: Pick<AnswerTable, 'totalRows' | 'truncated'>,
  { texts }: Pick<Reader, 'texts'>,
): string {
  if (totalRows > 0) return texts.table.returnedElsewhere(totalRows);
  return truncated ? texts.table.noneSent : texts.table.noneReturned;
}

/** The title of a table, if it has one. */
export function titleElements({ title = '' }: AnswerTable): CardElement[] {
  if (title === '') return [];
  return [richText(clipLine(title, maxTitleLength), { weight: 'Bolder' }, { spacing: 'Medium' })];
}

/** A single value is the answer itself, and reads better without a table around it. */
function figureElements(table: AnswerTable, view: TableView): CardElement[] | undefined {
  const [column, ...others] = table.columns;
  const [row] = table.rows;
  const isWhole = table.totalRows === 1 && !table.truncated;
  if (column === undefined || others.length > 0 || row === undefined || !isWhole) return undefined;
  const value = row[0] ?? null;
  const figure = createCellFormatter(column, [value], view.locale, view.timeZone)(value);
  if (figure.trim() === '' || figure.length > maxFigureLength) return undefined;
  return [
    noteText(clipLine(headingOf(column.name), maxTitleLength)),
    richText(figure, { size: 'ExtraLarge', weight: 'Bolder' }, { spacing: 'None' }),
    ...(isZoned(column, [value], view.timeZone) ? [noteText(zoneNote(view))] : []),
  ];
}
