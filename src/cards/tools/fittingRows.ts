import type { CardAction, CardElement } from '../parts/adaptiveCard.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { packRows } from './packRows.ts';
import { toolRow } from './toolRow.ts';

/** Buttons in as many rows as they need on a phone, whatever the language. Teams breaks its one row itself. */
export function fittingRows(channel: CardChannel, actions: readonly CardAction[]): CardElement[] {
  const rows = channel === 'teams' && actions.length > 0 ? [actions] : packRows(actions);
  return rows.map((row) => toolRow(channel, row));
}
