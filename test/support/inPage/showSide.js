// The chat page with its side alone: what opens a chat is a double that shows the chat's ID.

import { createApi } from '../../../src/page/browser/side/api.js';
import { setUpSide } from '../../../src/page/browser/side/setUpSide.js';
import { sideWords } from '../../../src/page/browser/side/words/sideWords.js';
import { languageOf, texts } from '../../../src/page/browser/texts.js';

const locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
const language = languageOf(locale);
const words = sideWords[language];
const byId = (id) => document.getElementById(id);

document.documentElement.lang = language;
byId('new-chat').textContent = texts[language].newChat;
byId('notice').textContent = texts[language].local;
byId('chat').innerHTML = '<div><input data-id="webchat-sendbox-input" aria-label="Question"></div>';

let current = 'fresh-0';
let freshChats = 0;
// What a test looks at, and changes.
window.opened = [];
window.openChat = async ({ chatId }) => {
  freshChats += chatId === undefined ? 1 : 0;
  return chatId ?? `fresh-${freshChats}`;
};

const side = setUpSide({
  elements: {
    header: document.querySelector('header'),
    main: byId('main'),
    newChat: byId('new-chat'),
    side: byId('side'),
    sideButton: byId('side-button'),
    space: byId('space'),
  },
  words,
  locale,
  api: createApi({ locale, words }),
  async openChat(target) {
    window.opened.push(target.chatId ?? 'new');
    current = await window.openChat(target);
  },
  currentChat: () => current,
});
window.refreshSide = () => side.refresh();
void side.refresh();
