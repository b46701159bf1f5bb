import type { InProcess } from '../openInProcess.ts';
import { aPersonAt, type Person } from '../person.ts';
import { type Account, easyAuthHeaders } from './easyAuth.ts';
import { type PageAnswer, type PageCall, requestPage } from './requestPage.ts';

/** What the page is told when it asks for a token. */
export interface Session {
  token: string;
  conversationId: string;
  userId: string;
  chatId: string;
  isResumed: boolean;
  domain?: string;
  person?: { name?: string };
}

export interface PageVisitor {
  /** What their browser adds to each request. */
  headers: Record<string, string>;
  request(path: string, call?: PageCall): Promise<PageAnswer>;
  askForToken(body?: unknown, headers?: Record<string, string>): Promise<PageAnswer>;
  /** Opens the page: a new chat, unless told otherwise. */
  open(body?: { conversationId?: string; chatId?: string }): Promise<Session>;
  /** Who writes in the conversation that a token is for, as Direct Line passes it on. */
  at(session: Session, channelId?: 'directline' | 'webchat'): Person;
}

/** Whom Easy Auth signed in, on the page; without an account: nobody. */
export function aPageVisitor(bot: InProcess, account?: Account): PageVisitor {
  const headers: Record<string, string> = account ? easyAuthHeaders(account) : {};
  const visitor: PageVisitor = {
    headers,
    request: (path, call = {}) =>
      requestPage(bot.app, path, { ...call, headers: { ...headers, ...call.headers } }),
    askForToken: (body = {}, more = {}) =>
      visitor.request('/api/chat/token', {
        method: 'POST',
        body,
        headers: {
          origin: 'https://genie.example',
          'sec-fetch-site': 'same-origin',
          ...more,
        },
      }),
    async open(body) {
      const { status, json, body: text } = await visitor.askForToken(body);
      if (status !== 200) throw new Error(`${status} ${text}`);
      return json as unknown as Session;
    },
    at: ({ conversationId, userId }, channelId = 'directline') =>
      aPersonAt(bot, conversationId, {
        scene: 'webchat',
        channelId,
        from: { id: userId, name: 'As the page says' },
      }),
  };
  return visitor;
}
