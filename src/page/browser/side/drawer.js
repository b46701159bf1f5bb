import { keepChoice, readChoice } from './keptChoice.js';

const key = 'askGenie.side';

/** As in side.css. */
const wideScreen = '(width >= 900px)';

/**
 * Opens and closes the side. On a wide screen it stands beside the chat, and stays as someone left it. On a narrow one
 * it's a drawer over the chat: nothing else can be reached while it's open, and Escape and a click beside it close it.
 *
 * @param others what the drawer covers
 */
export function setUpDrawer({ side, button, closeButton, scrim, others }) {
  const wide = matchMedia(wideScreen);
  let isDrawerOpen = false;
  const isOpen = () => (wide.matches ? readChoice(key) !== 'closed' : isDrawerOpen);

  const show = () => {
    const isCovering = !wide.matches && isDrawerOpen;
    document.body.classList.toggle('side-closed', !isOpen());
    side.inert = !isOpen();
    scrim.hidden = !isCovering;
    for (const element of others) element.inert = isCovering;
    button.setAttribute('aria-expanded', String(isOpen()));
  };
  const set = (isToBeOpen) => {
    if (wide.matches) keepChoice(key, isToBeOpen ? 'open' : 'closed');
    else isDrawerOpen = isToBeOpen;
    show();
  };
  /** Closes the drawer; a side that stands beside the chat stays. */
  const close = () => {
    if (wide.matches || !isDrawerOpen) return;
    set(false);
    button.focus();
  };

  button.addEventListener('click', () => {
    set(!isOpen());
    if (!wide.matches) closeButton.focus();
  });
  for (const element of [closeButton, scrim]) element.addEventListener('click', close);
  side.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  });
  wide.addEventListener('change', () => {
    isDrawerOpen = false;
    show();
  });
  show();
  button.hidden = false;

  return { close };
}
