import type { SubmitAction } from './adaptiveCard.ts';
import type { CardSubmit } from './cardSubmit.ts';
import { plainText } from './plainText.ts';

/**
 * A button whose click the bot understands.
 *
 * @param data comes back as the activity's `value`; `parseCardSubmit` reads it as the same type
 */
export function submitButton(
  title: string,
  data: CardSubmit,
  { tooltip, style }: Pick<SubmitAction, 'tooltip' | 'style'> = {},
): SubmitAction {
  return {
    type: 'Action.Submit',
    title: plainText(title),
    ...(tooltip && { tooltip: plainText(tooltip) }),
    ...(style && { style }),
    data,
  };
}
