// The chat page: puts Web Chat into it, in the reader's language.

import { dropStrayStates, focusSendBox, hasKeyboard, stayAboveKeyboard } from './access.js';
import { connect } from './connect.js';
import { adaptiveCardsHostConfig, styleOptions } from './look.js';
import { createPatientStore } from './patientStore.js';
import { renderMarkdown } from './renderMarkdown.js';
import { forgetConversation, openSession } from './session.js';
import { languageOf, texts, webChatLocale } from './texts.js';

const locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
const language = languageOf(locale);
const words = texts[language];
const [chat, notice, newChat, skip, trouble] = [
  'chat',
  'notice',
  'new-chat',
  'skip',
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
  notice.textContent = session.notice ?? (session.domain === undefined ? '' : words.local);
  window.WebChat.renderWebChat(
    {
      adaptiveCardsHostConfig,
      directLine: connect(session),
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
  chat.setAttribute('aria-label', words.chat);
  trouble.textContent = words.trouble;
}
