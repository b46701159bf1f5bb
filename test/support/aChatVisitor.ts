import { randomUUID } from 'node:crypto';
import { ownerOf } from '../../src/page/gate/ownerOf.ts';
import type { Chat, Visit } from '../../src/questions/chat.ts';
import { newChatId, newNonce } from '../../src/questions/ids.ts';
import type { InProcess } from './openInProcess.ts';
import { easyAuthHeaders } from './page/easyAuth.ts';
import { requestPage } from './page/requestPage.ts';
import { aPersonAt, type Person } from './person.ts';

const dayMs = 24 * 3_600_000;

/** The settings with which a bot has the page on. */
export const pageOn = { CHAT_PAGE: 'true', DIRECT_LINE_SECRET: 'unused' };

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

/** Someone whom Easy Auth signed in, on the page of a bot that has it on: `pageOn`. */
export function aChatVisitor(bot: InProcess, oid: string = randomUUID()): ChatVisitor {
  const { storage } = bot;
  const owner = ownerOf({ objectId: oid });
  const userId = `dl_page_${owner}`;
  const headers = {
    ...easyAuthHeaders({ oid, name: 'Ada', upn: 'ada@example.com' }),
    origin: 'https://genie.example',
    'sec-fetch-site': 'same-origin',
  };

  async function fetchPage(method: string, path: string, body?: unknown): Promise<PageReply> {
    const call = { method, headers, ...(body !== undefined && { body }) };
    const answer = await requestPage(bot.app, `/api/chat/${path}`, call);
    return { ...answer, body: answer.json, text: answer.body };
  }

  return {
    owner,
    get: (path, query = {}) => fetchPage('GET', `${path}?${new URLSearchParams(query)}`),
    send: (method, path, body) => fetchPage(method, path, body),
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
        user: { name: 'Ada', aadObjectId: oid },
        isGuest: false,
        countsUntil: now + dayMs,
        expiresAt: now + dayMs,
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
