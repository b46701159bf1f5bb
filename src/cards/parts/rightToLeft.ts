import type { CardElement, Container, RichTextBlock, Table, TableCell } from './adaptiveCard.ts';
import { hasLeftToRight } from './isRightToLeft.ts';

/**
 * The elements of a card that is read from right to left. What isn't stays as it is: in such a card, `-5` would be
 * shown as `5-`, and SQL and our own notes with their full stops in front.
 */
export function rightToLeft(elements: readonly CardElement[]): CardElement[] {
  return elements.map(turned);
}

function turned(element: CardElement): CardElement {
  switch (element.type) {
    case 'RichTextBlock':
      return isLeftToRight(element) ? leftToRight(atRight(element)) : element;
    case 'CodeBlock':
      return leftToRight(element);
    case 'Table':
      return turnedTable(element);
    case 'Container':
      return { ...element, items: rightToLeft(element.items) };
    case 'ColumnSet':
      return {
        ...element,
        columns: element.columns.map((column) => ({ ...column, items: rightToLeft(column.items) })),
      };
    default:
      return element;
  }
}

function turnedTable(table: Table): Table {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(turnedCell) }));
  return { ...table, rows };
}

/** Figures and their names are at the right, where the table begins. */
function turnedCell(cell: TableCell): TableCell {
  const [block] = cell.items;
  if (block === undefined || !(block.horizontalAlignment || isFigure(block))) return cell;
  return { ...cell, rtl: false, items: cell.items.map(figureAtRight) };
}

function figureAtRight(block: RichTextBlock): RichTextBlock {
  return { ...block, horizontalAlignment: 'Right' };
}

function atRight(block: RichTextBlock): RichTextBlock {
  return isFigure(block) ? figureAtRight(block) : block;
}

function isLeftToRight(block: RichTextBlock): boolean {
  const areAll = (has: (run: RichTextBlock['inlines'][number]) => unknown) =>
    block.inlines.every(has);
  return (
    isFigure(block) ||
    areAll(({ fontType }) => fontType === 'Monospace') ||
    // Small print is ours, and in a language that is read from left to right.
    areAll(({ isSubtle, text }) => isSubtle && hasLeftToRight(text))
  );
}

/** Digits and signs alone. */
function isFigure({ inlines }: RichTextBlock): boolean {
  const text = inlines.map((run) => run.text).join('');
  return /\d/.test(text) && !/\p{L}/u.test(text);
}

function leftToRight({ id, isVisible, spacing, separator, ...inner }: CardElement): Container {
  return {
    type: 'Container',
    ...(id && { id }),
    ...(isVisible === false && { isVisible }),
    ...(spacing && { spacing }),
    ...(separator && { separator }),
    rtl: false,
    items: [inner as CardElement],
  };
}
