import { setTimeout as wait } from 'node:timers/promises';
import { aMessage, type Scene } from '../channel/activities.ts';
import { listenForReplies } from '../channel/listenForReplies.ts';
import type { Activity } from '../chat/activity.ts';
import { createReplyScreen } from './replyScreen.ts';

/** Nobody took the message, or nobody replied. The message tells the person at the terminal. */
export class NotHeardError extends Error {
  override readonly name = 'NotHeardError';
}

interface SayOptions {
  text: string;
  scene: Scene;
  /** The address of the bot. */
  to: string;
  write: (text: string) => void;
  /** How long the bot may take to reply. The default is longer than it waits for Genie. */
  patienceMs?: number;
}

const places: Record<Scene, string> = {
  personal: 'a Teams chat',
  group: 'a Teams group chat',
  channel: 'a Teams channel',
  webchat: 'Web Chat',
};

const defaultPatienceMs = 15 * 60_000;

/** As long as Teams waits for the bot. */
const deliveryTimeoutMs = 15_000;

/** Where the answer is a message of its own, the progress message changes right after it. */
const lastChangeMs = 2_000;

/**
 * Plays one message against a running bot, and writes what its sender sees until the reply is there.
 *
 * @throws NotHeardError
 */
export async function sayMessage(options: SayOptions): Promise<void> {
  const { text, scene, to, write, patienceMs = defaultPatienceMs } = options;
  const screen = createReplyScreen(write);
  const replies = await listenForReplies(scene, screen.show);
  try {
    write(`You, in ${places[scene]}: ${text}\n`);
    // An id that the bot knows would be a redelivery.
    const id = `${Date.now()}`;
    await deliver(to, aMessage({ scene, text, id, serviceUrl: replies.url }));
    if (!(await isDoneWithin(patienceMs, screen.replied))) {
      throw new NotHeardError(
        `The bot took the message, but has not replied in ${patienceMs / 1000} s. Its log may say why.`,
      );
    }
    await isDoneWithin(lastChangeMs, screen.settled());
  } finally {
    await replies.close();
  }
}

async function deliver(to: string, activity: Activity): Promise<void> {
  const response = await post(to, activity).catch((error: unknown) => {
    throw new NotHeardError(
      `No bot answers at ${to}. Start one with “npm start”, or give its address with --to.`,
      { cause: error },
    );
  });
  await response.text();
  if (response.ok) return;
  throw new NotHeardError(
    response.status === 401
      ? `The bot at ${to} refused the message (401). It takes unsigned messages only on its own machine, and only without MicrosoftAppId.`
      : `The bot at ${to} did not take the message (${response.status}). Its log may say why.`,
  );
}

function post(to: string, activity: Activity): Promise<Response> {
  return fetch(new URL('/api/messages', to), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    redirect: 'error',
    signal: AbortSignal.timeout(deliveryTimeoutMs),
  });
}

async function isDoneWithin(ms: number, work: Promise<void>): Promise<boolean> {
  const waiting = new AbortController();
  const timer = wait(ms, false, { signal: waiting.signal }).catch(() => false);
  const isDone = await Promise.race([work.then(() => true), timer]);
  waiting.abort();
  return isDone;
}
