import type WebSocket from 'ws';
import type { Clock } from '../../src/common/clock.ts';
import type { Activity } from './activity.ts';
import type { ActivitySet, Conversation, Conversations } from './conversations.ts';

/** Some hundred kilobytes, where they are cards. */
const activitiesAtATime = 10;
/** Typing that a slow reader hasn't got by then is old. */
const maxTyping = 50;
/** A reader who takes nothing for that long is gone. */
const patienceMs = 30_000;

interface FeedOptions {
  socket: WebSocket;
  conversation: Conversation;
  /** What the reader has. */
  watermark: number;
  conversations: Conversations;
  clock: Clock;
}

/**
 * Sends a reader what there is after their watermark, and then what is said, in order. One message is on its way at a
 * time, and what comes meanwhile stays where it is: a slow reader costs no memory, and loses nothing but typing.
 */
export function startFeed(options: FeedOptions): { end(): void } {
  const { socket, conversation, conversations, clock } = options;
  const ended = new AbortController();
  let { watermark } = options;
  let typing: { activity: Activity; after: number }[] = [];
  let isSending = false;

  const next = (): ActivitySet | undefined => {
    const [first] = typing;
    const within = { upTo: first?.after, limit: activitiesAtATime };
    const stored = conversations.since(conversation, watermark, within);
    if (stored.activities.length > 0) {
      watermark = Number(stored.watermark);
      return stored;
    }
    typing.shift();
    return first && { activities: [first.activity], watermark: String(watermark) };
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    for (let set = next(); set && !ended.signal.aborted; set = next()) {
      if (!(await isTaken(socket, JSON.stringify(set), clock))) return socket.terminate();
    }
    isSending = false;
  };

  const unfollow = conversations.follow(conversation, {
    onStored: () => void send(),
    onTyping(activity, after) {
      typing = [...typing, { activity, after }].slice(-maxTyping);
      void send();
    },
    onGone: () => socket.terminate(),
  });
  void send();
  return {
    end() {
      ended.abort();
      unfollow();
    },
  };
}

/** Whether the reader's side took a message in time. */
async function isTaken(socket: WebSocket, message: string, clock: Clock): Promise<boolean> {
  const waiting = new AbortController();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.send(message, (error) => resolve(error === undefined || error === null));
  clock.sleep(patienceMs, waiting.signal).then(
    () => resolve(false),
    () => undefined,
  );
  const taken = await promise;
  waiting.abort();
  return taken;
}
