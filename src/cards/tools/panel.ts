import type { CardElement, Container } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { type Tool, toggle } from './tool.ts';

/** What a button opens in place of the row that it stands in. */
export interface Panel {
  id: string;
  open: { title: string; isSpare?: true };
  /** The title of the button that brings the row back. */
  close: string;
  elements: CardElement[];
}

/** The button that opens a panel. */
export function panelTool({ id, open: { title, isSpare } }: Panel): Tool {
  return {
    title,
    ...(isSpare && { isSpare }),
    action: (row) => toggle(title, [...row, id]),
  };
}

/**
 * A panel, closed. A button can't change its title, so the row that opened it is hidden while it's open, and the button
 * that closes it stands where that row was, with what was opened right below.
 *
 * @param barId the row that comes back
 */
export function panelElement(
  { id, close, elements }: Panel,
  barId: string,
  channel: CardChannel,
): Container {
  return {
    type: 'Container',
    id,
    isVisible: false,
    items: [
      buttonRow(channel, [toggle(close, [barId, id])]),
      { type: 'Container', style: 'emphasis', items: elements },
    ],
  };
}
