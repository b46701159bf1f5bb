import { SessionError } from './session.js';

/** Says in words why there is no line to the bot, and what to do about it. */
export function createTeller({ trouble, words }) {
  return (error, { chatId, tryAgain }) => {
    if (error instanceof SessionError && error.status === 401) {
      trouble.say(words.signedOut, { title: words.signIn, href: signInUrl(chatId) });
    } else if (error instanceof SessionError) {
      trouble.say(error.message || words.trouble, { title: words.tryAgain, run: tryAgain });
    } else {
      trouble.say(navigator.onLine ? words.trouble : words.offline);
    }
  };
}

/** Leads to the sign-in, and from there back to the chat, in the same language. */
function signInUrl(chatId) {
  const back = new URL('/api/chat', location);
  if (chatId) back.searchParams.set('chat', chatId);
  const locale = new URLSearchParams(location.search).get('locale');
  if (locale) back.searchParams.set('locale', locale);
  const query = new URLSearchParams({ post_login_redirect_uri: back.pathname + back.search });
  return `/.auth/login/aad?${query}`;
}
