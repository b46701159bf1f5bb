import type { CardElement } from '../parts/adaptiveCard.ts';
import { richText } from '../parts/richText.ts';

const style = { size: 'Small', isSubtle: true } as const;

/** Names below the chart, at its ends and evenly between them; nothing if there are none. */
export function axisMarks(marks: readonly string[]): CardElement[] {
  if (marks.length === 0) return [];
  const columns = marks.map((mark, index) => ({
    type: 'Column' as const,
    width: 'stretch' as const,
    items: [richText(mark, style, alignment(index, marks.length - 1))],
  }));
  return [{ type: 'ColumnSet', spacing: 'None', columns }];
}

function alignment(index: number, last: number) {
  if (index === 0) return {};
  return { horizontalAlignment: index === last ? ('Right' as const) : ('Center' as const) };
}
