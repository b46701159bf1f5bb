// The chat page: puts Web Chat into it, in the reader's language, with their chats at its side.

import { dropStrayStates, focusSendBox, hasKeyboard, stayAboveKeyboard } from './access.js';
import { createOpener } from './openChat.js';
import { lastChat } from './session.js';
import { createApi } from './side/api.js';
import { setUpSide } from './side/setUpSide.js';
import { loadEarlier } from './side/transcript.js';
import { sideWords } from './side/words/sideWords.js';
import { setUpStop } from './stop.js';
import { dateLocale, languageOf, texts } from './texts.js';
import { setUpTrouble } from './trouble.js';
import { whenWebChat } from './whenWebChat.js';

const address = new URLSearchParams(location.search);
const locale = address.get('locale') ?? navigator.language;
const language = languageOf(locale);
const words = texts[language];
const ofSide = sideWords[language];
const [chat, main, newChat, notice, side, sideButton, skip, space, status, stop, trouble] = [
  'chat',
  'main',
  'new-chat',
  'notice',
  'side',
  'side-button',
  'skip',
  'space',
  'status',
  'stop',
  'trouble',
].map((id) => document.getElementById(id));

speak();
skip.addEventListener('click', focusSendBox);
stayAboveKeyboard();
dropStrayStates(chat);

let refreshing;
const troubles = setUpTrouble(trouble);
const api = createApi({ locale, words: ofSide });
const opener = createOpener({
  place: chat,
  nonce: document.querySelector('script').nonce,
  webChat: whenWebChat(() => troubles.say(words.trouble)),
  locale,
  words,
  trouble: troubles,
  loadEarlier: (session) => loadEarlier({ ...session, api, locale, words: ofSide }),
  onBusy(isBusy) {
    showBusy(isBusy);
    // The list has another question, or its answer.
    refreshSoon();
  },
  // “logout” and the like change the list, too.
  onSaid: refreshSoon,
  onSession(session) {
    notice.textContent = session.notice ?? (session.domain === undefined ? '' : words.local);
  },
});
const showBusy = setUpStop({ button: stop, status, words, say: opener.say });
const sidebar = setUpSide({
  elements: { header: document.querySelector('header'), main, newChat, side, sideButton, space },
  words: ofSide,
  locale: dateLocale(locale),
  api,
  openChat: opener.openChat,
  currentChat: opener.currentChat,
});

const wanted = address.get('chat');
await opener.openChat(wanted ? { chatId: wanted } : lastChat());
// It's about the start alone: a reload stays in the chat that is shown then.
forgetInAddress('chat', 'question');
const question = address.get('question');
if (question) opener.type(question);
if (hasKeyboard()) focusSendBox();
refreshSoon();

/** Once for all that happens at a time, and only when it's known which chat is shown, and in which space. */
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => opener.currentChat() && sidebar.refresh(), 300);
}

/** Takes out of the address what has been done. */
function forgetInAddress(...names) {
  const { href } = location;
  const url = new URL(href);
  for (const name of names) url.searchParams.delete(name);
  if (url.href !== href) history.replaceState(history.state, '', url);
}

/** The page comes in English. */
function speak() {
  document.documentElement.lang = language;
  document.title = words.title;
  document.querySelector('h1').textContent = words.title;
  newChat.textContent = words.newChat;
  skip.textContent = words.skip;
  stop.textContent = words.stop;
  main.setAttribute('aria-label', words.chat);
}
