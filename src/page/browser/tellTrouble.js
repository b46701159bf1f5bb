import { SessionError } from './session.js';
import { signInUrl } from './signInUrl.js';

/** Says in words why there is no line to the bot, and what to do about it. */
export function createTeller({ trouble, words }) {
  return (error, { chatId, tryAgain }) => {
    if (error instanceof SessionError && error.status === 401) {
      trouble.say(words.signedOut, { title: words.signIn, href: signInUrl(addressOf(chatId)) });
    } else if (error instanceof SessionError) {
      trouble.say(error.message || words.trouble, { title: words.tryAgain, run: tryAgain });
    } else {
      trouble.say(navigator.onLine ? words.trouble : words.offline);
    }
  };
}

/** The page with this chat, in the same language. */
function addressOf(chatId) {
  const back = new URL('/api/chat', location);
  if (chatId) back.searchParams.set('chat', chatId);
  const locale = new URLSearchParams(location.search).get('locale');
  if (locale) back.searchParams.set('locale', locale);
  return back;
}
