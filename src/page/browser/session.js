// Who is talking, and in which chat. The server answers POST /api/chat/token with a Direct Line token, and with `domain`
// if the Direct Line isn't Microsoft's own. It knows who is asking, and so picks the user's ID itself.

import { keep, readKept } from './kept.js';

const key = 'askGenie.chat';
const patienceMs = 30_000;

/** Why there is no session: the server's words for the reader, and the status. */
export class SessionError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * A session of a chat, of the chat that a Direct Line conversation belongs to, or of a new one.
 *
 * @param wanted `{chatId}`, `{conversationId}` or nothing
 * @throws SessionError with what the server answered; anything else means that it can't be reached
 */
export async function openSession(wanted, locale) {
  const response = await fetch(`/api/chat/token?${new URLSearchParams({ locale })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
    body: JSON.stringify(wanted),
  });
  if (!response.ok) throw new SessionError(response.status, await readMessage(response));
  const session = await response.json();
  remember({ chatId: session.chatId, conversationId: session.conversationId });
  return session;
}

/** The chat of this tab; in a new one, the last chat of all. */
export function lastChat() {
  return read('sessionStorage') ?? read('localStorage') ?? {};
}

async function readMessage(response) {
  try {
    return (await response.json()).error.message;
  } catch {
    return '';
  }
}

function remember(chat) {
  for (const storage of ['sessionStorage', 'localStorage']) {
    keep(storage, key, JSON.stringify(chat));
  }
}

function read(storage) {
  try {
    return JSON.parse(readKept(storage, key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
