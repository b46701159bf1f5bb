import { fill } from '../parts/fill.js';
import { icon } from '../parts/icons.js';
import { make, makeIconButton, nameButton, setAttribute, setText } from '../parts/make.js';
import { setUpPopup } from '../parts/popup.js';
import { describeDate } from './describeDate.js';
import { makeRenameField } from './renameField.js';

/**
 * One chat of the list, with its menu.
 *
 * @param actions what can be done with it: `open`, `rename`, `download` and `remove`
 * @returns its element, how to bring it up to date, and how to put the focus on it
 */
export function makeChatRow({ words, locale, actions }) {
  let chat;
  const title = make('span', { class: 'chat-title', dir: 'auto' });
  const space = make('span', { class: 'chat-space', dir: 'auto' });
  const date = make('time');
  const busy = make('span', { class: 'chat-busy' }, words.busy);
  const about = make('span', { class: 'chat-about' }, busy, space, date);
  const opener = make('button', { type: 'button', class: 'chat-open' }, title, about);
  const more = makeIconButton(icon('dots'), '', {
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
  });
  const menu = make('div', { class: 'popup', role: 'menu' });
  const element = make('li', { class: 'chat' }, opener, more, menu);
  const popup = setUpPopup({ button: more, panel: menu });

  const focus = () => opener.focus();
  const rename = () => {
    const field = makeRenameField({
      label: fill(words.newName, { title: chat.title }),
      value: chat.title,
      save: (name) => actions.rename(chat, name),
      onEnd({ hadFocus }) {
        field.replaceWith(opener);
        more.hidden = false;
        if (hadFocus) focus();
      },
    });
    opener.replaceWith(field);
    more.hidden = true;
    const input = field.querySelector('input');
    input.focus();
    input.select();
  };
  const choices = [
    ['pencil', words.rename, rename],
    ['download', words.downloadMarkdown, () => actions.download(chat, 'markdown')],
    ['download', words.downloadHtml, () => actions.download(chat, 'html')],
    ['bin', words.delete, (isByKeyboard) => actions.remove(chat, isByKeyboard), 'chat-delete'],
  ];
  for (const [drawing, label, run, classes] of choices) {
    const item = make('button', { type: 'button', role: 'menuitem', tabindex: -1, class: classes });
    item.append(icon(drawing), label);
    item.addEventListener('click', ({ detail }) => {
      popup.close({ returnsFocus: true });
      run(detail === 0);
    });
    menu.append(item);
  }
  opener.addEventListener('click', () => actions.open(chat));

  const update = (newest, { isCurrent }) => {
    chat = newest;
    const named = chat.title.trim() || words.untitled;
    setText(title, named);
    setAttribute(title, 'title', named);
    setText(space, chat.spaceTitle ?? '');
    busy.hidden = !chat.isBusy;
    const when = describeDate(chat.lastAt, locale);
    setText(date, when?.short ?? '');
    setAttribute(date, 'datetime', when && chat.lastAt);
    setAttribute(date, 'title', when?.full);
    setAttribute(opener, 'aria-current', isCurrent && 'true');
    nameButton(more, fill(words.options, { title: named }));
    setAttribute(menu, 'aria-label', fill(words.options, { title: named }));
  };

  return { element, update, focus };
}
