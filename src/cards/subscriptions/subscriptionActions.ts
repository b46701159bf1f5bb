import type { SubmitAction } from '../parts/adaptiveCard.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { submitButton } from '../parts/submitButton.ts';

interface Managed {
  id: string;
  question: string;
  isPaused?: boolean;
}

/** What its owner can do with a subscription: pause it or go on, change it, end it. */
export function subscriptionActions(
  { id: subscription, question, isPaused }: Managed,
  { texts: { subscriptions: words } }: Reader,
): SubmitAction[] {
  const button = (action: 'pause' | 'resume' | 'change-form' | 'unsubscribe') => {
    const title = words.buttons[action === 'change-form' ? 'change' : action];
    const tooltip = words.tip({ button: title, question: clipLine(question, 60) });
    return submitButton(title, { action, subscription }, { tooltip });
  };
  return [button(isPaused ? 'resume' : 'pause'), button('change-form'), button('unsubscribe')];
}
