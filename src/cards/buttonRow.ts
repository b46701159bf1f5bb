import type { CardAction, CardElement } from './adaptiveCard.ts';
import type { CardChannel } from './outgoingMessage.ts';

/** A few short buttons side by side. Web Chat would stack those of one `ActionSet`, each as wide as the card. */
export function buttonRow(
  channel: CardChannel,
  actions: readonly CardAction[],
  { separator }: { separator?: true } = {},
): CardElement {
  const placed = separator ? { separator } : {};
  if (channel === 'teams' || actions.length === 1)
    return { type: 'ActionSet', ...placed, actions: [...actions] };
  return {
    type: 'ColumnSet',
    ...placed,
    columns: actions.map((action) => ({
      type: 'Column',
      width: 'stretch',
      items: [{ type: 'ActionSet', actions: [action] }],
    })),
  };
}
