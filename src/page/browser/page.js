// The chat page: puts Web Chat into it, in the reader's language.

import { dropStrayStates, focusSendBox, hasKeyboard, stayAboveKeyboard } from './access.js';
import { createOpener } from './openChat.js';
import { lastChat } from './session.js';
import { setUpStop } from './stop.js';
import { languageOf, texts } from './texts.js';
import { setUpTrouble } from './trouble.js';
import { whenWebChat } from './whenWebChat.js';

const address = new URLSearchParams(location.search);
const locale = address.get('locale') ?? navigator.language;
const language = languageOf(locale);
const words = texts[language];
const [chat, main, newChat, notice, skip, status, stop, trouble] = [
  'chat',
  'main',
  'new-chat',
  'notice',
  'skip',
  'status',
  'stop',
  'trouble',
].map((id) => document.getElementById(id));

speak();
skip.addEventListener('click', focusSendBox);
stayAboveKeyboard();
dropStrayStates(chat);

const opener = createOpener({
  place: chat,
  nonce: document.querySelector('script').nonce,
  webChat: whenWebChat(),
  locale,
  words,
  trouble: setUpTrouble(trouble),
  loadEarlier: async () => ({ activities: [], isOpen: false }),
  onBusy: (isBusy) => showBusy(isBusy),
  onSession(session) {
    notice.textContent = session.notice ?? (session.domain === undefined ? '' : words.local);
  },
});
const showBusy = setUpStop({ button: stop, status, words, say: opener.say });
newChat.addEventListener('click', async () => {
  await opener.openChat();
  focusSendBox();
});

const wanted = address.get('chat');
await opener.openChat(wanted ? { chatId: wanted } : lastChat());
const question = address.get('question');
if (question) opener.type(question);
if (hasKeyboard()) focusSendBox();

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
