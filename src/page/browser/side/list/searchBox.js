import { icon } from '../parts/icons.js';
import { make } from '../parts/make.js';

/** Who types on isn't answered at each letter. */
const pauseMs = 250;

/** @param onSearch told what to look for, as soon as someone has typed it */
export function makeSearchBox({ words, onSearch }) {
  const input = make('input', {
    type: 'search',
    maxLength: 100,
    autocomplete: 'off',
    enterkeyhint: 'search',
    placeholder: words.search,
    'aria-label': words.search,
  });
  let timer;
  let last = '';

  const search = () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text === last) return;
    last = text;
    onSearch(text);
  };
  const searchSoon = ({ isComposing }) => {
    clearTimeout(timer);
    // A word in Japanese is typed in letters first, which no title has.
    if (!isComposing) timer = setTimeout(search, pauseMs);
  };

  input.addEventListener('input', searchSoon);
  input.addEventListener('compositionend', () => searchSoon({ isComposing: false }));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') search();
    if (event.key !== 'Escape' || input.value === '') return;
    // It empties the box first, and closes the drawer around it the next time.
    event.stopPropagation();
    event.preventDefault();
    input.value = '';
    search();
  });
  return make('div', { class: 'side-search' }, icon('search'), input);
}
