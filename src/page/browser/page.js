// The chat page: puts Web Chat into it, in the reader's language.

import { dropStrayStates, focusSendBox, hasKeyboard, stayAboveKeyboard } from './access.js';
import { connect } from './connect.js';
import { adaptiveCardsHostConfig, styleOptions } from './look.js';
import { createPatientStore } from './patientStore.js';
import { renderMarkdown } from './renderMarkdown.js';
import { forgetConversation, openSession } from './session.js';
import { setUpStop } from './stop.js';
import { showStreams } from './streams.js';
import { languageOf, texts, webChatLocale } from './texts.js';

const locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
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
newChat.addEventListener('click', () => {
  forgetConversation();
  location.reload();
});
stayAboveKeyboard();
dropStrayStates(chat);

try {
  const session = await openSession();
  const directLine = connect(session);
  const say = (activity) =>
    directLine.postActivity({
      ...activity,
      from: { id: session.userId, role: 'user' },
      locale: webChatLocale(locale),
    });
  showStreams(directLine, setUpStop({ button: stop, status, words, say }));
  notice.textContent = session.notice ?? (session.domain === undefined ? '' : words.local);
  window.WebChat.renderWebChat(
    {
      adaptiveCardsHostConfig,
      directLine,
      locale: webChatLocale(locale),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder },
      renderMarkdown,
      store: createPatientStore(chat),
      styleOptions,
    },
    chat,
  );
  if (hasKeyboard()) focusSendBox();
} catch (error) {
  trouble.hidden = false;
  throw error;
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
  trouble.textContent = words.trouble;
}
