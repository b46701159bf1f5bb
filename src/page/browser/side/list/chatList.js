import { make, setText } from '../parts/make.js';
import { placeChildren } from '../parts/placeChildren.js';
import { readChatPages } from './chatPages.js';
import { makeChatRow } from './chatRow.js';
import { describeCount } from './describeCount.js';
import { groupByDay } from './groupByDay.js';

/** While a chat is busy, as often. Nobody else tells the page when an answer has come in a chat that isn't shown. */
const busyMs = 5000;

/**
 * The list of chats, by the day of their last question.
 *
 * @param current tells the ID of the chat that is shown
 * @param actions what each row can do; see `makeChatRow`
 * @param onTrouble told, in words, what couldn't be had while the list goes on showing what it has
 */
export function makeChatList({ words, locale, api, current, actions, onTrouble }) {
  const status = make('p', { role: 'status', class: 'side-status' });
  const again = make('button', { type: 'button', class: 'side-button' }, words.tryAgain);
  const more = make('button', { type: 'button', class: 'side-button' }, words.showMore);
  const element = make('div', { class: 'side-list' });
  const rows = new Map();
  const groups = new Map();
  const hidden = new Set();
  /** `read` is what was looked for to get these chats; `undefined` before there are any. */
  const state = { chats: [], hasMore: false, search: '', read: undefined, pageCount: 1 };
  let newest = 0;
  let timer;

  const load = async ({ isQuiet: wasAskedQuietly = false } = {}) => {
    const mine = ++newest;
    const { search, pageCount } = state;
    const isKnown = state.read === search;
    const isQuiet = wasAskedQuietly && isKnown;
    if (!isKnown) element.setAttribute('aria-busy', 'true');
    if (state.read === undefined) say(words.loading);
    try {
      const found = await readChatPages(api, { search, pageCount, isQuiet });
      if (mine !== newest) return;
      Object.assign(state, found, { read: search });
      element.removeAttribute('aria-busy');
      render();
      if (!isQuiet || search === '') say(describe());
    } catch ({ message }) {
      if (mine !== newest || isQuiet) return;
      element.removeAttribute('aria-busy');
      if (isKnown) onTrouble(message);
      else showTrouble(message);
    } finally {
      if (mine === newest) loadWhileBusy();
    }
  };
  const loadWhileBusy = () => {
    clearTimeout(timer);
    // Who comes back to the page gets the list in any case.
    if (document.visibilityState === 'hidden' || !state.chats.some(({ isBusy }) => isBusy)) return;
    timer = setTimeout(() => load({ isQuiet: true }), busyMs);
  };

  const say = (text) => setText(status, text);
  const describe = () =>
    describeCount({
      ...state,
      count: shown().length,
      words,
      language: document.documentElement.lang,
    });
  const shown = () => state.chats.filter(({ id }) => !hidden.has(id));

  const showTrouble = (message) => {
    state.read = undefined;
    placeChildren(element, [again]);
    say(message);
  };

  const rowOf = (chat) => {
    const row = rows.get(chat.id) ?? makeChatRow({ words, locale, actions });
    rows.set(chat.id, row);
    row.update(chat, { isCurrent: chat.id === current() });
    return row.element;
  };

  const groupOf = ([name, chats]) => {
    if (!groups.has(name)) groups.set(name, makeGroup(words[name], `group-${name}`));
    const { section, list } = groups.get(name);
    placeChildren(list, chats.map(rowOf));
    return section;
  };

  const render = () => {
    if (state.read === undefined) return;
    const ids = new Set(state.chats.map(({ id }) => id));
    for (const id of rows.keys()) if (!ids.has(id)) rows.delete(id);
    const sections = groupByDay(shown()).map(groupOf);
    placeChildren(element, state.hasMore ? [...sections, more] : sections);
  };

  again.addEventListener('click', async () => {
    await load();
    if (document.activeElement === document.body) element.querySelector('.chat-open')?.focus();
  });
  more.addEventListener('click', async () => {
    const before = shown().length;
    state.pageCount++;
    await load();
    // The button moves on, or goes.
    if (document.activeElement === document.body) rows.get(shown()[before]?.id)?.focus();
  });

  return {
    element,
    status,
    render,
    load,
    search(text) {
      Object.assign(state, { search: text, pageCount: 1 });
      return load();
    },
    /** Shows another title, until the list is read again. */
    rename(id, title) {
      state.chats = state.chats.map((chat) => (chat.id === id ? { ...chat, title } : chat));
      render();
    },
    /** Takes a chat out of the list. Its neighbour can be asked for the focus. */
    hide(id) {
      const chats = shown();
      const index = chats.findIndex((chat) => chat.id === id);
      hidden.add(id);
      render();
      say(describe());
      return (chats[index + 1] ?? chats[index - 1])?.id;
    },
    show(id) {
      hidden.delete(id);
      render();
      say(describe());
    },
    has: (id) => shown().some((chat) => chat.id === id),
    focus: (id) => rows.get(id)?.focus(),
  };
}

function makeGroup(title, id) {
  const list = make('ul', { 'aria-labelledby': id });
  return { list, section: make('section', {}, make('h2', { id }, title), list) };
}
