// The Stop button, which is there while an answer is on its way.

import { focusSendBox } from './access.js';

/** The bot knows the word in every language. */
const command = 'cancel';

/**
 * Has the button end what the bot is doing. Nothing shows that the person said so but what the bot makes of it.
 *
 * @param say posts an activity
 * @returns how to tell the button whether there is something to stop
 */
export function setUpStop({ button, status, words, say }) {
  const setBusy = (isBusy) => button.setAttribute('aria-disabled', String(isBusy));

  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    setBusy(true);
    say({ type: 'message', text: command, channelData: { postBack: true } }).subscribe({
      error: () => setBusy(false),
    });
  });

  return (canStop) => {
    const hadFocus = document.activeElement === button;
    setBusy(false);
    button.hidden = !canStop;
    status.textContent = canStop ? words.canStop : '';
    if (hadFocus && !canStop) focusSendBox();
  };
}
