import type { CardAction, CardElement, ColumnSet } from '../parts/adaptiveCard.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { fixedWidth } from './buttonFit.ts';

type Column = ColumnSet['columns'][number];

/** Buttons side by side; in Web Chat in columns of their own, as it would stack those of one `ActionSet`. */
export function toolRow(channel: CardChannel, actions: readonly CardAction[]): CardElement {
  if (channel === 'teams' || actions.length === 1)
    return { type: 'ActionSet', actions: [...actions] };
  return { type: 'ColumnSet', columns: actions.map((action) => toolColumn(action)) };
}

/** Where a row is narrow, its columns shrink, except for those whose title is one word: it would break. */
export function toolColumn(
  action: CardAction,
  turning: Pick<Column, 'id' | 'isVisible'> = {},
): Column {
  const fixed = fixedWidth(action.title);
  return {
    type: 'Column',
    ...turning,
    width: fixed === undefined ? 'auto' : `${fixed}px`,
    items: [{ type: 'ActionSet', actions: [action] }],
  };
}
