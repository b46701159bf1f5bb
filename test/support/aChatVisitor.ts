import { HttpRequest } from '@azure/functions';
import { ownerOf } from '../../src/page/gate/ownerOf.ts';
import { keepVisitorCookie, newVisitorCookie } from '../../src/page/gate/visitorCookie.ts';
import type { Chat, Visit } from '../../src/questions/chat.ts';
import { newChatId, newNonce } from '../../src/questions/ids.ts';
import type { InProcess } from './openInProcess.ts';
import { aPersonAt, type Person } from './person.ts';

const dayMs = 24 * 3_600_000;

/** What the page was answered. */
export interface PageReply {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  body: any;
  text: string;
}

/** Someone in one of their chats. */
export interface OpenChat extends Person {
  id: string;
  conversationId: string;
}

/** Someone on the chat page. */
export interface ChatVisitor {
  owner: string;
  /** Begins a chat, as a token without a chat does; with one, opens it in another of the channel's conversations. */
  open(chatId?: string): Promise<OpenChat>;
  get(path: string, query?: Record<string, string>): Promise<PageReply>;
  send(method: string, path: string, body?: unknown): Promise<PageReply>;
}

/** A browser on an open page. */
export function aChatVisitor(bot: InProcess): ChatVisitor {
  const { storage, app } = bot;
  const cookie = newVisitorCookie();
  const owner = ownerOf({ cookie });
  const userId = `dl_${owner}`;

  async function fetchPage(
    method: string,
    path: string,
    query: Record<string, string> = {},
    body?: unknown,
  ): Promise<PageReply> {
    const url = `https://bot.example/api/chat/${path}?${new URLSearchParams(query)}`;
    const sent = body === undefined ? {} : { body: { string: JSON.stringify(body) } };
    const headers = {
      'content-type': 'application/json',
      cookie: keepVisitorCookie(cookie, false),
    };
    const reply = await app.receivePage(new HttpRequest({ method, url, headers, ...sent }));
    const { status = 200, jsonBody } = reply;
    const text = await readText(reply.body);
    return {
      status,
      headers: (reply.headers ?? {}) as Record<string, string>,
      // As it leaves.
      body: jsonBody === undefined ? undefined : JSON.parse(JSON.stringify(jsonBody)),
      text,
    };
  }

  return {
    owner,
    get: (path, query) => fetchPage('GET', path, query),
    send: (method, path, body) => {
      const [plain = '', query = ''] = path.split('?');
      return fetchPage(method, plain, Object.fromEntries(new URLSearchParams(query)), body);
    },
    async open(chatId = newChatId(owner)) {
      const now = Date.now();
      const conversationId = `dl-${newNonce()}`;
      const times = { openedAt: now, expiresAt: now + 90 * dayMs };
      const known = await storage.chats.get(chatId);
      const chat: Chat = { id: chatId, createdAt: now, ...known?.value, conversationId, ...times };
      await (known ? storage.chats.replace(known, chat) : storage.chats.insert(chat));
      const visit: Visit = {
        id: conversationId,
        chatId,
        userId,
        user: { name: 'Ada' },
        countsUntil: now + dayMs,
        expiresAt: now + 2 * dayMs,
      };
      await storage.visits.insert(visit);
      const person = aPersonAt(bot, conversationId, {
        scene: 'webchat',
        channelId: 'directline',
        from: { id: userId, name: 'Ada' },
      });
      return { ...person, id: chatId, conversationId };
    },
  };
}

async function readText(body: unknown): Promise<string> {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return '';
  const pieces: string[] = [];
  for await (const piece of body as AsyncIterable<string | Uint8Array>) {
    pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
  }
  return pieces.join('');
}
