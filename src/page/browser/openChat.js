import { createEarlierTurns } from './earlierTurns.js';
import { createLine } from './line/createLine.js';
import { adaptiveCardsHostConfig, styleOptions } from './look.js';
import { renderMarkdown } from './renderMarkdown.js';
import { openSession, SessionError } from './session.js';
import { createStreams } from './streams.js';
import { webChatLocale } from './texts.js';

/**
 * Shows chats, one at a time.
 *
 * @param place the element that Web Chat is put into
 * @param nonce that the page's policy allows styles with
 * @param webChat resolves with Web Chat, once it's there
 * @param trouble where to say what is wrong
 * @param onBusy told whether an answer is on its way
 * @param onSession told each session that the server gives
 * @param loadTurns `(chatId)`: what the server knows of a chat, the oldest turn first
 * @param toActivities what to show of a turn
 */
export function createOpener(options) {
  const { place, nonce, webChat, locale, words, trouble, onBusy, onSession } = options;
  let shown;
  let count = 0;

  const tell = createTeller({ trouble, words });

  /** What is half-typed stays, whatever is shown around it. */
  const draftOf = () => shown?.store.getState().sendBoxValue ?? '';

  /**
   * Opens a chat, the chat of a Direct Line conversation, or a new one, in place of the one that is shown.
   *
   * @returns whether it's open now; if it isn't, the page says why
   */
  const openChat = async ({ chatId, conversationId } = {}) => {
    const mine = ++count;
    const wanted = conversationId ? { conversationId } : { ...(chatId && { chatId }) };
    const session = await untilSession(wanted, () => mine !== count);
    if (session === undefined || mine !== count) return false;
    const { createStore, renderWebChat } = await webChat;
    if (mine !== count) return false;

    const text = draftOf();
    shown?.end();
    onBusy(false);
    const ending = new AbortController();
    const line = createLine({
      session,
      renew: async (id) => accept(await openSession({ conversationId: id }, locale)),
      read: createStreams(onBusy),
      onState: (state, error) => {
        if (state === 'open') trouble.clear();
        if (state === 'lost')
          tell(error, session.chatId, () => openChat({ chatId, conversationId }));
        if (state === 'moved') void showEarlier();
      },
    });
    const earlier = createEarlierTurns({
      loadTurns: () => options.loadTurns?.(session.chatId) ?? [],
      toActivities: options.toActivities,
      line,
      signal: ending.signal,
    });
    const showEarlier = () => earlier.show().catch(() => {});
    const store = createStore();
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
    shown = {
      session,
      line,
      store,
      end() {
        ending.abort();
        line.end();
      },
    };
    trouble.clear();
    accept(session);
    const isKnown = chatId !== undefined || conversationId !== undefined;
    if (isKnown && !session.isResumed) await showEarlier();
    renderWebChat(
      {
        // Another chat is another Web Chat: nothing of the one before stays in it.
        key: mine,
        adaptiveCardsHostConfig,
        directLine: line,
        locale: webChatLocale(locale),
        nonce,
        overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder },
        renderMarkdown,
        store,
        styleOptions,
      },
      place,
    );
    return true;
  };

  const accept = (session) => {
    if (shown) shown.session = session;
    onSession(session);
    return session;
  };

  /** Tries until there is one: a network that is gone comes back. What the server refuses is told instead. */
  const untilSession = async (wanted, isOver) => {
    for (;;) {
      try {
        return await openSession(wanted, locale);
      } catch (error) {
        if (isOver()) return undefined;
        // It was deleted, or it's another's: this person's next chat is a new one.
        if (error.status === 404 && wanted.chatId) return openSession({}, locale);
        const again = Promise.withResolvers();
        tell(error, wanted.chatId, () => again.resolve());
        if (!(error instanceof SessionError)) setTimeout(again.resolve, 3000);
        window.addEventListener('online', again.resolve, { once: true });
        await again.promise;
        if (isOver()) return undefined;
      }
    }
  };

  return {
    openChat,
    currentChat: () => shown?.session.chatId,
    /** Posts an activity of this person's. */
    say: (activity) =>
      shown.line.postActivity({
        ...activity,
        from: { id: shown.session.userId, role: 'user' },
        locale: webChatLocale(locale),
      }),
    /** Puts a text into the box, for the person to send. */
    type: (text) => shown.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } }),
  };
}

/** Says in words why the line is gone, or why there is no session, and what to do. */
function createTeller({ trouble, words }) {
  return (error, chatId, tryAgain) => {
    if (error instanceof SessionError && error.status === 401) {
      const back = `/api/chat${chatId ? `?${new URLSearchParams({ chat: chatId })}` : ''}`;
      const href = `/.auth/login/aad?${new URLSearchParams({ post_login_redirect_uri: back })}`;
      trouble.say(words.signedOut, { title: words.signIn, href });
    } else if (error instanceof SessionError) {
      trouble.say(error.message || words.trouble, { title: words.tryAgain, run: tryAgain });
    } else {
      trouble.say(navigator.onLine ? words.trouble : words.offline);
    }
  };
}
