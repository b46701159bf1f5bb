import { createEarlierTurns } from './earlierTurns.js';
import { createLine } from './line/createLine.js';
import { adaptiveCardsHostConfig, styleOptions } from './look.js';
import { renderMarkdown } from './renderMarkdown.js';
import { openSession, SessionError } from './session.js';
import { createStreams } from './streams.js';
import { createTeller } from './tellTrouble.js';
import { webChatLocale } from './texts.js';

/** After that, the server is asked for a first session again. */
const askAgainMs = 3000;

/**
 * Shows chats, one at a time.
 *
 * @param place the element that Web Chat is put into
 * @param nonce that the page's policy allows styles with
 * @param webChat resolves with Web Chat, once it's there
 * @param trouble where to say what is wrong
 * @param loadEarlier `({chatId, conversationId, userId})`: resolves with what the server knows of a chat, as
 * `createEarlierTurns` takes it
 * @param onBusy told whether an answer is on its way
 * @param onSaid told each time the bot says something
 * @param onSession told each session that the server gives
 */
export function createOpener(options) {
  const { place, nonce, webChat, locale, words, trouble, loadEarlier } = options;
  const { onBusy, onSaid, onSession } = options;
  const tell = createTeller({ trouble, words });
  let shown;
  let count = 0;

  const accept = (session) => {
    onSession(session);
    return session;
  };

  /** Web Chat's part of the page, and what it's connected with. */
  const show = async (session, isNew, { createStore, renderWebChat }) => {
    // What is half-typed stays, whatever is shown around it.
    const text = shown?.store.getState().sendBoxValue ?? '';
    shown?.end();
    onBusy(false);

    const ending = new AbortController();
    const streams = createStreams(onBusy);
    const line = createLine({
      session,
      renew: async (conversationId) => {
        shown.session = accept(await openSession({ conversationId }, locale));
        return shown.session;
      },
      read(activity) {
        if (activity.type === 'message' && activity.from?.role === 'bot') onSaid();
        return streams.read(activity);
      },
      onState(state, error) {
        if (state === 'open') trouble.clear();
        if (state === 'lost') tell(error, { chatId: session.chatId, tryAgain: line.tryAgain });
        if (state === 'moved') {
          streams.endings().forEach(line.show);
          void earlier.show();
        }
      },
    });
    const earlier = createEarlierTurns({
      load: () => loadEarlier(shown.session),
      line,
      signal: ending.signal,
    });
    const store = createStore();
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
    const end = () => {
      ending.abort();
      line.end();
    };
    shown = { session: accept(session), line, store, end };
    trouble.clear();
    if (!isNew) {
      const shownEarlier = earlier.show();
      // Otherwise the line brings what was said last, and what was said before it can come later.
      if (!session.isResumed) await shownEarlier;
    }
    if (ending.signal.aborted) return;
    renderWebChat(
      {
        // Another chat is another Web Chat: nothing of the one before stays in it.
        key: count,
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
  };

  /**
   * The first session. Without one there is no chat, so this asks until it gets one, and says why there is none. What the
   * server refuses isn't asked for again before the person says so.
   */
  const untilSession = async (wanted) => {
    for (;;) {
      try {
        return await openSession(wanted, locale);
      } catch (error) {
        // It was deleted, or it's another's.
        if (error.status === 404 && wanted.chatId) return untilSession({});
        const { promise, resolve } = Promise.withResolvers();
        tell(error, { chatId: wanted.chatId, tryAgain: resolve });
        if (!(error instanceof SessionError)) setTimeout(resolve, askAgainMs);
        window.addEventListener('online', resolve, { once: true });
        await promise;
      }
    }
  };

  return {
    /**
     * Opens a chat, the chat of a Direct Line conversation, or a new one, in place of the one that is shown. It resolves
     * when the chat is there. If it can't be had, the one that is shown stays.
     *
     * @throws Error whose message is for the reader
     */
    async openChat({ chatId, conversationId } = {}) {
      const mine = ++count;
      const wanted = conversationId ? { conversationId } : { ...(chatId && { chatId }) };
      // What someone asks now is for the chat that they have opened, and would go to the one before.
      place.inert = true;
      try {
        const session = await (shown
          ? openSession(wanted, locale).catch((error) => {
              // Words alone wouldn't lead to the sign-in.
              if (error.status === 401) tell(error, { chatId });
              throw new Error((error instanceof SessionError && error.message) || words.trouble);
            })
          : untilSession(wanted));
        const parts = await webChat;
        if (mine === count) await show(session, Object.keys(wanted).length === 0, parts);
      } finally {
        if (mine === count) place.inert = false;
      }
    },
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
