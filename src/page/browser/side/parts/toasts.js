// Short messages at the edge of the page, said aloud as well. They go by themselves, but not while someone is at them.

import { icon } from './icons.js';
import { make, makeIconButton } from './make.js';

const shownMs = 10_000;

/** @returns `show`, which shows a message */
export function setUpToasts({ words }) {
  const region = make('div', { id: 'toasts', role: 'status' });
  document.body.append(region);

  /**
   * @param action what can be done about it: `{ title, run }`
   * @param onEnd told when the message has gone without its action
   * @param hasFocus whether the action gets the focus, for who works with the keyboard
   * @returns how to end it before its time
   */
  const show = (text, { action, onEnd, hasFocus = false } = {}) => {
    const close = makeIconButton(icon('close'), words.close);
    const toast = make('div', { class: 'toast' }, make('p', { dir: 'auto' }, text));
    const button =
      action && make('button', { type: 'button', class: 'toast-action' }, action.title);
    if (button) toast.append(button);
    toast.append(close);

    const clock = startClock(toast, () => end());
    const leave = () => {
      clock.stop();
      const hadFocus = toast.contains(document.activeElement);
      toast.remove();
      return hadFocus;
    };
    const end = () => {
      if (!toast.isConnected) return;
      const hadFocus = leave();
      onEnd?.({ hadFocus });
    };
    button?.addEventListener('click', () => {
      const hadFocus = leave();
      action.run({ hadFocus });
    });
    close.addEventListener('click', end);
    toast.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    });

    region.append(toast);
    if (hasFocus) button?.focus();
    return end;
  };

  return { show };
}

/** Runs out after ten seconds in which nobody was at the message with the mouse or the keyboard. */
function startClock(toast, onEnd) {
  let left = shownMs;
  let since;
  let timer;

  const isHeld = () => toast.matches(':hover, :focus-within');
  const stop = () => {
    clearTimeout(timer);
    if (since !== undefined) left -= Date.now() - since;
    since = undefined;
  };
  const go = () => {
    if (since !== undefined || isHeld()) return;
    since = Date.now();
    timer = setTimeout(onEnd, Math.max(0, left));
  };
  for (const event of ['pointerenter', 'focusin']) toast.addEventListener(event, stop);
  toast.addEventListener('pointerleave', go);
  toast.addEventListener('focusout', ({ relatedTarget }) => {
    if (toast.isConnected && !toast.contains(relatedTarget)) setTimeout(go);
  });
  go();
  return { stop };
}
