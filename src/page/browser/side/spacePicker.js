import { fill } from './parts/fill.js';
import { icon } from './parts/icons.js';
import { make, setAttribute, setText } from './parts/make.js';
import { placeChildren } from './parts/placeChildren.js';
import { setUpPopup } from './parts/popup.js';

/**
 * The button that names the space of this chat and lets people choose another.
 *
 * @param place where it goes
 * @param current tells the ID of the chat that is shown
 * @returns how to bring it up to date
 */
export function setUpSpacePicker({ place, words, api, current, toasts }) {
  const name = make('span', { dir: 'auto' });
  const button = make(
    'button',
    { type: 'button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', hidden: true },
    name,
    icon('down'),
  );
  const options = make('div', { role: 'listbox', 'aria-label': words.spaces });
  const message = make('p', { role: 'status' });
  const again = make('button', { type: 'button', class: 'side-button' }, words.tryAgain);
  const panel = make('div', { class: 'popup space-panel', tabindex: -1 }, message, again, options);
  place.append(button, panel);
  const made = new Map();
  let newest = 0;

  const popup = setUpPopup({ button, panel, onOpen: () => load() });

  const load = async ({ isQuiet = false } = {}) => {
    if (current() === undefined) return;
    const mine = ++newest;
    const isKnown = options.childElementCount > 0;
    show({ message: isKnown ? '' : words.loadingSpaces });
    try {
      const { spaces } = await api.listSpaces(current(), { isQuiet });
      if (mine === newest) showSpaces(spaces);
    } catch (error) {
      if (mine === newest && !(isKnown && isQuiet)) showTrouble(error);
    }
    if (popup.isOpen() && mine === newest) popup.settle();
  };

  const showTrouble = (error) => {
    show({ message: error.message, isTrouble: true });
    button.hidden = false;
  };

  const show = ({ message: text, isTrouble = false }) => {
    setText(message, text);
    again.hidden = !isTrouble;
    options.hidden = text !== '';
  };

  const showSpaces = (spaces) => {
    show({ message: '' });
    placeChildren(options, spaces.map(optionOf));
    const chosen = spaces.find(({ isCurrent }) => isCurrent);
    showName(chosen?.title);
    button.hidden = spaces.length === 0;
  };

  const showName = (title) => {
    setText(name, title ?? words.chooseSpace);
    setAttribute(button, 'aria-label', title && fill(words.currentSpace, { space: title }));
  };

  /** What hasn't changed stays, and with it the focus of who is moving through the list. */
  const optionOf = (space) => {
    const key = JSON.stringify(space);
    if (!made.has(key)) made.set(key, makeOption(space));
    return made.get(key);
  };

  const makeOption = (space) => {
    const option = make(
      'button',
      { type: 'button', role: 'option', tabindex: -1, 'aria-selected': String(space.isCurrent) },
      make('span', { class: 'space-title', dir: 'auto' }, space.title),
      icon('check'),
    );
    if (space.description) {
      option.append(make('span', { class: 'space-description', dir: 'auto' }, space.description));
    }
    option.addEventListener('click', () => {
      popup.close({ returnsFocus: true });
      void choose(space);
    });
    return option;
  };

  const choose = async (space) => {
    setAttribute(button, 'aria-busy', 'true');
    try {
      const { title, isNew } = await api.chooseSpace(current(), space.id);
      showName(title);
      toasts.show(fill(isNew ? words.spaceSwitched : words.spaceKept, { space: title }));
    } catch ({ message: text }) {
      toasts.show(text);
    }
    setAttribute(button, 'aria-busy', undefined);
    await load({ isQuiet: true });
  };

  again.addEventListener('click', () => load());
  showName();

  return { load };
}
