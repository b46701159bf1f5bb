import type { CardAction, ToggleVisibilityAction } from '../parts/adaptiveCard.ts';

/** A button of an answer. */
export interface Tool {
  title: string;
  /** Goes behind “More” where a row is too long. */
  isSpare?: true;
  /** @param row the ids of the row that it stands in: what it opens takes that row's place */
  action(row: readonly string[]): CardAction;
}

/** A button that opens nothing in the card. */
export function plainTool(action: CardAction, { isSpare }: Pick<Tool, 'isSpare'> = {}): Tool {
  return { title: action.title, ...(isSpare && { isSpare }), action: () => action };
}

/** A button that shows what is hidden of these elements, and hides the rest of them. */
export function toggle(title: string, targetElements: readonly string[]): ToggleVisibilityAction {
  return { type: 'Action.ToggleVisibility', title, targetElements: [...targetElements] };
}
