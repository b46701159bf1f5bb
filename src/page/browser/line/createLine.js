import { createDirectLine, LineError } from './directLine.js';
import { createFeed } from './feed.js';
import { openSocket } from './openSocket.js';
import { createOutbox } from './outbox.js';
import { createPauses } from './pauses.js';
import { createSessionAge } from './sessionAge.js';

/** Half of what a token usually lives, if Direct Line doesn't say. */
const usualLifeSeconds = 1800;
/** Who comes back to a page after that long finds a token that may have expired, or a socket that is dead. */
const awayMs = 60_000;
/** To join a conversation, while a message is about to go out. */
const patienceMs = 60_000;

/**
 * The page's line to the bot, in place of Microsoft's client: that one takes up to 20 seconds to try again, and ends for
 * good when its token expires while the page sleeps. This one goes on for as long as the page is open. Web Chat is told
 * that it's always connected: what is sent meanwhile waits here.
 *
 * @param session `{token, conversationId, domain, isResumed}`
 * @param renew resolves with the next session of the same chat; rejects with why there is none
 * @param read makes of each activity what Web Chat gets, or nothing
 * @param onState told `open`, `lost` (with why, as far as it's known) or `moved`: to another conversation
 * @returns what Web Chat takes for DirectLineJS
 */
export function createLine({ session: first, renew, read, onState }) {
  const ending = new AbortController();
  const { signal } = ending;
  const feed = createFeed();
  /** Where each message stands among the others, by its ID. */
  const positions = new Map();
  const pauses = createPauses();
  const age = createSessionAge();
  let session = first;
  let api = createDirectLine(session);
  let watermark = session.isResumed ? '0' : undefined;
  let socket;
  let opened = Promise.withResolvers();
  let isOpen = false;
  let renewing;
  let refreshTimer;
  let checkedAt = Date.now();

  const setToken = ({ token, expires_in: seconds = usualLifeSeconds }) => {
    session = { ...session, token };
    api = createDirectLine(session);
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(check, seconds * 500);
    checkedAt = Date.now();
  };

  const setOpen = () => {
    isOpen = true;
    opened.resolve();
    pauses.reset();
    onState('open');
  };
  const setClosed = () => {
    if (isOpen) opened = Promise.withResolvers();
    isOpen = false;
  };

  const takeNextSession = async () => {
    const next = await renew(session.conversationId);
    age.restart();
    const hasMoved = next.conversationId !== session.conversationId;
    if (hasMoved) watermark = next.isResumed ? '0' : undefined;
    session = next;
    setToken(next);
    if (!hasMoved) return;
    setClosed();
    socket?.close();
    onState('moved');
  };
  /** One for all who need it at the same time. */
  const renewSession = () => {
    renewing ??= takeNextSession().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  /** Does something with the token, and once more with a new one if it's too old. */
  const withToken = async (act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof LineError) || !error.isTokens) throw error;
      await renewSession();
      return act();
    }
  };

  /** The line stays without it, so only what the person can mend is said: that they are signed out. */
  const stayKnown = async () => {
    try {
      await renewSession();
      if (isOpen) onState('open');
    } catch (error) {
      if (error.status === 401) onState('lost', error);
      throw error;
    }
  };

  /** Sees whether the line is still there, and the token good, and who is signed in. */
  const check = async () => {
    try {
      setToken(await withToken(() => api.refresh()));
    } catch {
      socket?.close();
    }
    if (age.isLate()) await stayKnown().catch(() => {});
  };

  const push = (activity) => {
    outbox.note(activity);
    if (activity.type !== 'typing' && activity.id !== undefined) {
      if (positions.has(activity.id)) return;
      positions.set(activity.id, positionOf(activity));
    }
    const shown = read(activity);
    if (shown) feed.push(shown);
  };

  const onMessage = (set) => {
    if (set.watermark) watermark = set.watermark;
    for (const activity of set.activities ?? []) push(activity);
  };

  const holdLine = async () => {
    const joined = await withToken(() => api.join(watermark));
    watermark ??= '0';
    setToken({ ...joined, token: joined.token ?? session.token });
    socket = await openSocket(joined.streamUrl, { onMessage, signal });
    setOpen();
    await socket.closed;
    setClosed();
  };

  const holdOn = async () => {
    while (!signal.aborted) {
      const hasFailed = await holdLine().then(
        () => undefined,
        (error) => ({ error }),
      );
      if (signal.aborted) return;
      if (hasFailed || !navigator.onLine) onState('lost', hasFailed?.error);
      await pauses.next(signal);
    }
  };

  const untilOpen = (ms) => {
    const { promise, reject } = Promise.withResolvers();
    const timer = setTimeout(() => reject(new Error('The line was gone for too long.')), ms);
    return Promise.race([opened.promise, promise]).finally(() => clearTimeout(timer));
  };

  const outbox = createOutbox({
    untilOpen,
    async post(activity) {
      if (age.isOver()) await stayKnown();
      try {
        return await withToken(async () => {
          // A new token can lead to another conversation, which has to be joined first.
          await untilOpen(patienceMs);
          return api.post(activity);
        });
      } catch (error) {
        if (error instanceof LineError) throw error;
        // Silence: the line is dead, even if nobody has said so.
        socket?.close();
        return undefined;
      }
    },
  });

  const onWake = () => {
    if (document.visibilityState === 'visible' && Date.now() - checkedAt > awayMs) void check();
  };
  document.addEventListener('visibilitychange', onWake, { signal });
  document.addEventListener('resume', onWake, { signal });
  window.addEventListener('pageshow', onWake, { signal });
  window.addEventListener('offline', () => socket?.close(), { signal });
  void holdOn();

  return {
    activity$: feed,
    connectionStatus$: {
      subscribe({ next }) {
        const timer = setTimeout(() => next(2));
        return { unsubscribe: () => clearTimeout(timer) };
      },
    },
    get token() {
      return session.token;
    },
    /** Shows what the page itself knows: an activity from before, or one that came another way. */
    show: push,
    /** Where a message stands that was shown before; `undefined` for any other. */
    positionOf: (id) => positions.get(id),
    postActivity: (activity) => observe(outbox.send(activity)),
    getSessionId: () => observe(withToken(() => api.readSessionId())),
    tryAgain: pauses.skip,
    end() {
      ending.abort();
      clearTimeout(refreshTimer);
    },
  };
}

/** What Web Chat sorts by. */
function positionOf({ channelData, timestamp }) {
  return channelData?.['webchat:sequence-id'] ?? Date.parse(timestamp);
}

/** A promise as what Web Chat subscribes to: with an observer, or for the sign-in with its functions. */
function observe(promise) {
  return {
    subscribe(observer, onError) {
      const { next, error, complete } =
        typeof observer === 'function' ? { next: observer, error: onError } : observer;
      promise.then(
        (value) => {
          next?.(value);
          complete?.();
        },
        (reason) => error?.(reason),
      );
      return { unsubscribe() {} };
    },
  };
}
