// The side of the page: one's own chats, to search, open, rename, download and delete, the space that is asked, and the
// guide to asking. The chat itself works without it.

import { focusSendBox, hasKeyboard } from '../access.js';
import { setUpDrawer } from './drawer.js';
import { makeGuideLinks } from './guideLinks.js';
import { makeChatList } from './list/chatList.js';
import { setUpDeletions } from './list/deletions.js';
import { makeSearchBox } from './list/searchBox.js';
import { createOpener } from './opener.js';
import { icon } from './parts/icons.js';
import { make, makeIconButton, nameButton } from './parts/make.js';
import { saveFile } from './parts/saveFile.js';
import { setUpToasts } from './parts/toasts.js';
import { setUpSpacePicker } from './spacePicker.js';

/**
 * Puts the side into the page. It shows nothing of the server's until `refresh` is called the first time.
 *
 * @param elements of the page: `header`, `main`, `newChat`, `side`, `sideButton` and `space`
 * @param words of the side, in the reader's language
 * @param openChat shows a chat in the page, a new one without `chatId`. It resolves when the chat is shown, leaves the
 * focus alone, and rejects with an error whose message is for the reader
 * @param currentChat tells the ID of the chat that is shown, if there is one yet
 * @returns `refresh`, which reads what has changed: after an answer, after the page was offline
 */
export function setUpSide({ elements, words, locale, api, openChat, currentChat }) {
  const { header, main, newChat, side, sideButton, space } = elements;
  const toasts = setUpToasts({ words });
  const opener = createOpener({ openChat, currentChat, toasts, onChange: () => update() });
  const { current } = opener;

  const closeButton = makeIconButton(icon('close'), words.close, { id: 'side-close' });
  const startButton = make(
    'button',
    { type: 'button', class: 'side-new' },
    icon('plus'),
    words.newChat,
  );
  const scrim = make('div', { id: 'scrim', hidden: true });
  const guide = makeGuideLinks({ words, api, current });
  const list = makeChatList({
    words,
    locale,
    api,
    current,
    actions: {
      open: ({ id }) => go({ chatId: id }),
      rename: (chat, title) => rename(chat, title),
      download: ({ id }, format) => api.download(id, format).then(saveFile, tell),
      remove: (...deletion) => remove(...deletion),
    },
    onTrouble: toasts.show,
  });
  const search = makeSearchBox({ words, onSearch: list.search });
  const head = make('div', { class: 'side-head' }, startButton, closeButton);
  side.setAttribute('aria-label', words.yourChats);
  side.replaceChildren(head, search, list.status, list.element, guide.element);
  side.after(scrim);
  sideButton.append(icon('panel'));
  nameButton(sideButton, words.yourChats);

  const drawer = setUpDrawer({
    side,
    button: sideButton,
    closeButton,
    scrim,
    others: [header, main],
  });
  const picker = setUpSpacePicker({ place: space, words, api, current, toasts });
  const remove = setUpDeletions({
    api,
    words,
    toasts,
    list,
    opener,
    focusNear: (id) => (list.has(id) ? list.focus(id) : startButton.focus()),
  });

  const tell = ({ message }) => toasts.show(message);
  const update = () => {
    list.render();
    guide.update();
  };
  const go = async (target) => {
    drawer.close();
    await opener.open(target);
    if (hasKeyboard()) focusSendBox();
    await picker.load({ isQuiet: true });
  };
  const rename = async ({ id }, title) => {
    try {
      const named = await api.rename(id, title);
      list.rename(id, named.title);
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  for (const button of [newChat, startButton]) button.addEventListener('click', () => go({}));

  let hasStarted = false;
  const refresh = async () => {
    const isQuiet = hasStarted;
    hasStarted = true;
    update();
    await Promise.all([list.load({ isQuiet }), picker.load({ isQuiet: true })]);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && hasStarted) void refresh();
  });
  addEventListener('online', () => hasStarted && refresh());

  return { refresh };
}
