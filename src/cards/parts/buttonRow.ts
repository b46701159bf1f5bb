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
      width: 'auto',
      items: [{ type: 'ActionSet', actions: [action] }],
    })),
  };
}

/** Buttons in as many rows as they need: longer rows would be unreadable on a phone. */
export function buttonRows(channel: CardChannel, actions: readonly CardAction[]): CardElement[] {
  const length = channel === 'teams' ? 4 : 3;
  const rows = Math.ceil(actions.length / length);
  return Array.from({ length: rows }, (_, row) =>
    buttonRow(channel, actions.slice(row * length, (row + 1) * length)),
  );
}
