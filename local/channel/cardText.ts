import type {
  AdaptiveCard,
  CardAction,
  CardElement,
  RichTextBlock,
  Table,
} from '../../src/cards/parts/adaptiveCard.ts';
import { clipLine } from '../../src/cards/parts/plainText.ts';

/** A longer cell would push the other columns off the screen. */
const maxCellWidth = 40;

/** A card as lines of text, as a person sees it before anything is clicked: a button is its title in brackets. */
export function cardText({ body }: AdaptiveCard): string[] {
  return body.flatMap(elementText);
}

function elementText(element: CardElement): string[] {
  if (element.isVisible === false) return [];
  switch (element.type) {
    case 'RichTextBlock':
      return runsOf(element).split('\n');
    case 'Container':
      return element.items.flatMap(elementText);
    case 'ColumnSet':
      return besideText(
        element.columns
          .filter(({ isVisible }) => isVisible !== false)
          .map(({ items }) => items.flatMap(elementText)),
      );
    case 'Table':
      return tableText(element);
    case 'ActionSet':
      return [element.actions.map(actionText).join(' ')];
    case 'CodeBlock':
      return element.codeSnippet.split('\n');
    case 'Input.Text':
      return [`[ ${element.placeholder ?? ''} ]`];
    case 'Input.ChoiceSet':
    case 'Input.Time':
    case 'Input.Number':
      return [`${element.label}: [ ${element.value ?? ''} ]`];
    case 'Image':
      return [`(picture: ${element.altText})`];
    default:
      return [`(chart: ${element.title})`];
  }
}

/** Buttons beside one another are one line; what is beside several lines is an indent. */
function besideText(columns: string[][]): string[] {
  const [[first] = [], lines = [], ...others] = columns;
  return others.length === 0 && lines.length > 1
    ? lines.map((line) => `${first}${line}`)
    : [columns.flat().join(' ')];
}

function runsOf({ inlines }: RichTextBlock): string {
  return inlines.map(({ text }) => text).join('');
}

/** What is in the menu of a row begins with its dots. */
function actionText(action: CardAction): string {
  if (action.mode === 'secondary') return `[… ${action.title}]`;
  return action.type === 'Action.OpenUrl'
    ? `[${action.title}: ${action.url}]`
    : `[${action.title}]`;
}

/** The rows in columns, with a line under the first; what a cell holds besides its value is below its row. */
function tableText({ rows }: Table): string[] {
  const texts = rows.map(({ cells }) =>
    cells.map(({ items }) => clipLine(items.slice(0, 1).map(runsOf).join(''), maxCellWidth)),
  );
  const isRight = (column: number) =>
    rows.at(-1)?.cells[column]?.items[0]?.horizontalAlignment === 'Right';
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const lines = texts.map((row) =>
    widths
      .map((width, column) =>
        isRight(column) ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width),
      )
      .join('  ')
      .trimEnd(),
  );
  const below = rows.map(({ cells }) =>
    cells.flatMap(({ items }) => items.slice(1).map((item) => `  ${runsOf(item)}`)),
  );
  const [header = '', ...rest] = lines;
  return [
    header,
    '-'.repeat(header.length),
    ...rest.flatMap((line, at) => [line, ...(below[at + 1] ?? [])]),
  ];
}
