// What a button opens over the page: the menu of a chat, the list of spaces.

const itemSelector = '[role="menuitem"], [role="option"]';
const gap = 4;

/**
 * Makes a panel, which stands beside its button, open and close as menus and lists do everywhere: arrows, Home, End and
 * first letters move in it, Escape and Tab leave it, and so does a click beside it.
 *
 * @param onOpen told when it has opened
 * @returns how to close it, to ask whether it's open, and to tell it that it shows something else
 */
export function setUpPopup({ button, panel, onOpen }) {
  panel.popover = 'manual';
  let stopListening;

  const isOpen = () => stopListening !== undefined;
  const items = () => [...panel.querySelectorAll(itemSelector)];
  const focusAt = (index) =>
    items()
      .at(index % items().length)
      ?.focus();

  const close = ({ returnsFocus = false } = {}) => {
    if (!isOpen()) return;
    stopListening();
    stopListening = undefined;
    button.setAttribute('aria-expanded', 'false');
    if (returnsFocus) button.focus();
    panel.hidePopover();
  };

  const leave = ({ target }) => {
    if (!panel.contains(target) && !button.contains(target)) close();
  };

  const open = () => {
    if (isOpen()) return;
    const listening = new AbortController();
    const { signal } = listening;
    stopListening = () => listening.abort();
    button.setAttribute('aria-expanded', 'true');
    panel.showPopover();
    place(panel, button);
    document.addEventListener('pointerdown', leave, { signal });
    document.addEventListener('scroll', leave, { signal, capture: true });
    window.addEventListener('resize', () => close(), { signal });
    focusFirst();
    onOpen?.();
  };

  /** What is chosen in a list, otherwise the first. */
  const focusFirst = () =>
    (
      panel.querySelector('[aria-selected="true"]') ??
      items()[0] ??
      panel.querySelector('button:not([hidden])') ??
      panel
    ).focus();

  /** What it shows has changed. */
  const settle = () => {
    place(panel, button);
    if (document.activeElement === panel || !panel.contains(document.activeElement)) focusFirst();
  };

  panel.addEventListener('keydown', (event) => {
    const index = items().indexOf(document.activeElement);
    const moves = {
      ArrowDown: () => focusAt(index + 1),
      ArrowUp: () => focusAt(index <= 0 ? -1 : index - 1),
      Home: () => focusAt(0),
      End: () => focusAt(-1),
      Escape: () => close({ returnsFocus: true }),
    };
    if (event.key === 'Tab') close({ returnsFocus: true });
    else if (moves[event.key]) {
      event.preventDefault();
      // Escape closes this, and not what it stands in.
      event.stopPropagation();
      moves[event.key]();
    } else if (isLetter(event)) focusLetter(items(), index, event.key);
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || isOpen()) return;
    event.preventDefault();
    open();
  });
  button.addEventListener('click', () => (isOpen() ? close({ returnsFocus: true }) : open()));

  return { close, isOpen, settle };
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }) =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

function focusLetter(items, index, letter) {
  const after = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  const begins = ({ textContent }) =>
    textContent.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
  after.find(begins)?.focus();
}

/** Below the button, or above it where there is no room, and never out of sight. */
function place(panel, button) {
  const { left, top, bottom } = button.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = bottom + gap;
  const y = below + height <= clientHeight ? below : Math.max(gap, top - height - gap);
  panel.style.setProperty('left', `${Math.max(gap, Math.min(left, clientWidth - width - gap))}px`);
  panel.style.setProperty('top', `${y}px`);
}
