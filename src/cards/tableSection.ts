import type { AnswerTable } from '../answers/answer.ts';
import { createCellFormatter } from '../answers/cellFormatter.ts';
import type { CardElement } from './adaptiveCard.ts';
import type { CardLimits } from './cardLimits.ts';
import { detailElements } from './detailElements.ts';
import type { CardChannel } from './outgoingMessage.ts';
import { clipLine } from './plainText.ts';
import { noteText, richText } from './richText.ts';
import { tableElement } from './tableElement.ts';
import { tableNotes } from './tableNotes.ts';

const maxTitleLength = 120;
/** A longer value is a text, and no figure to be shown big. */
const maxFigureLength = 40;

export interface SectionView {
  channel: CardChannel;
  locale?: string;
  limits: CardLimits;
  /** Tells the tables of one card apart. */
  index: number;
}

/** One table of the answer: its title, its rows, what is not shown, and the SQL behind a button. */
export function tableSection(table: AnswerTable, view: SectionView): CardElement[] {
  const title = table.title ?? '';
  return [
    ...(title === ''
      ? []
      : [richText(clipLine(title, maxTitleLength), { weight: 'Bolder' }, { spacing: 'Medium' })]),
    ...rowElements(table, view),
    ...detailElements(table, view),
  ];
}

function rowElements(table: AnswerTable, view: SectionView): CardElement[] {
  if (table.error !== undefined) {
    const reason = clipLine(table.error, 300);
    return [richText('The rows of this table could not be read.'), noteText(reason)];
  }
  if (table.rows.length === 0) return [richText('The query ran and found no rows.')];
  const figure = figureElements(table, view);
  if (figure) return figure;
  const shown = tableElement(table, view.limits, view.channel, view.locale);
  return [shown.element, ...tableNotes(table, shown).map(noteText)];
}

/** A single value is the answer itself, and reads better without a table around it. */
function figureElements(table: AnswerTable, { locale }: SectionView): CardElement[] | undefined {
  const [column, ...others] = table.columns;
  const [row] = table.rows;
  if (column === undefined || others.length > 0 || row === undefined || table.totalRows !== 1)
    return undefined;
  const value = row[0] ?? null;
  const figure = createCellFormatter(column, [value], locale)(value);
  if (figure.trim() === '' || figure.length > maxFigureLength) return undefined;
  return [
    noteText(clipLine(column.name, maxTitleLength)),
    richText(figure, { size: 'ExtraLarge', weight: 'Bolder' }, { spacing: 'None' }),
  ];
}
