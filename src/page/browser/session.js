// Who is talking, and in which conversation. The server answers POST /chat/token with a Direct Line token, and with
// `domain` if the Direct Line isn't Microsoft's own.

const userIdKey = 'askGenie.userId';
const conversationIdKey = 'askGenie.conversationId';

/** The same person in the same conversation as before, if the server still knows it. */
export async function openSession() {
  const userId = readUserId();
  const before = localStorage.getItem(conversationIdKey) ?? undefined;
  const response = await fetch('/chat/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, conversationId: before }),
  });
  if (!response.ok) throw new Error(`POST /chat/token returned ${response.status}`);
  const session = await response.json();
  localStorage.setItem(conversationIdKey, session.conversationId);
  return { ...session, userId, resumed: session.conversationId === before };
}

/** The next session is another conversation of the same person. */
export function forgetConversation() {
  localStorage.removeItem(conversationIdKey);
}

function readUserId() {
  const id = localStorage.getItem(userIdKey) ?? `dl_${crypto.randomUUID()}`;
  localStorage.setItem(userIdKey, id);
  return id;
}
