// What the page's server can do for the side. Each function resolves with what the server answered, and rejects with an
// error whose message is for the reader: the server's own words, or ours where it had none.

import { leadToSignIn } from './leadToSignIn.js';

/** Longer than the server takes for anything; a connection that is gone must not hold up the page. */
const patienceMs = 30_000;

/**
 * @param locale of the reader: the server answers in it
 * @param words `unreachable` and `failed` are told where the server says nothing itself
 */
export function createApi({ locale, words, base = '/api/chat' }) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const urlOf = (path, parameters = {}) => {
    const given = Object.entries({ ...parameters, locale, timeZone }).filter(([, value]) => value);
    return `${base}/${path}?${new URLSearchParams(given)}`;
  };

  /** @param isQuiet nobody has asked for it, so it doesn't lead away from the page */
  const call = async (method, path, { parameters, body, isQuiet = false, ...options } = {}) => {
    const response = await fetch(urlOf(path, parameters), {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...options,
    }).catch(() => {
      throw new Error(words.unreachable);
    });
    if (response.ok) return response;
    if (response.status === 401 && !isQuiet) leadToSignIn();
    throw await readError(response, words);
  };
  const read = async (...request) => {
    const response = await call(...request);
    return response.json().catch(() => {
      throw new Error(words.failed);
    });
  };
  const chat = (id) => `chats/${encodeURIComponent(id)}`;

  return {
    listChats: ({ search, after, isQuiet } = {}) =>
      read('GET', 'chats', { parameters: { search, after }, isQuiet }),
    // Who isn't signed in learns it from the chat itself, without losing what they have typed.
    readChat: (id, after, except) =>
      read('GET', chat(id), { parameters: { after, except }, isQuiet: true }),
    rename: (id, title) => read('PATCH', chat(id), { body: { title } }),
    // The page can be closed at once after a click.
    remove: (id) => read('DELETE', chat(id), { keepalive: true }),
    removeNow: (id) => call('DELETE', chat(id), { parameters: { now: 'true' }, keepalive: true }),
    restore: (id) => call('POST', `${chat(id)}/restore`),
    download: async (id, format) => {
      const response = await call('GET', `${chat(id)}/download`, { parameters: { format } });
      const name = fileNameOf(response) ?? `chat.${format === 'html' ? 'html' : 'md'}`;
      return { name, content: await response.blob() };
    },
    listSpaces: (chatId, { isQuiet } = {}) =>
      read('GET', 'spaces', { parameters: { chat: chatId }, isQuiet }),
    chooseSpace: (id, spaceId) => read('PUT', `${chat(id)}/space`, { body: { spaceId } }),
    guideUrl: (chatId, format) => urlOf('guide', { chat: chatId, format }),
  };
}

/** A proxy on the way has an error page of its own, which is no message for anyone. */
async function readError(response, words) {
  const body = await response.json().catch(() => undefined);
  const error = new Error(body?.error?.message || words.failed);
  return Object.assign(error, { status: response.status, code: body?.error?.code });
}

function fileNameOf(response) {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]+)"/i.exec(disposition)?.[1];
  try {
    return encoded === undefined ? plain : decodeURIComponent(encoded);
  } catch {
    return plain;
  }
}
