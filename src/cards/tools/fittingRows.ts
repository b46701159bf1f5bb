import type { CardAction, CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { fitsUnshrunk } from './buttonFit.ts';
import { packRows } from './packRows.ts';

/** Buttons in as many rows as they need on a phone, whatever the language. Teams breaks its one row itself. */
export function fittingRows(channel: CardChannel, actions: readonly CardAction[]): CardElement[] {
  const isOneRow = channel === 'teams' && actions.length > 0;
  const rows = isOneRow ? [actions] : packRows(actions, fitsUnshrunk);
  return rows.map((row) => buttonRow(channel, row));
}
