import { HttpRequest } from '@azure/functions';
import { codeOf } from '../../src/common/errors.ts';
import { createPage } from '../../src/page/createPage.ts';
import { json, PageError } from '../../src/page/route.ts';
import type { Chat, Visit } from '../../src/questions/chat.ts';
import { newChatId, newNonce } from '../../src/questions/ids.ts';
import { textsForBrowser } from '../../src/texts/textsForBrowser.ts';
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

/** @param person's object ID, if they're signed in */
export function aChatVisitor(
  bot: InProcess,
  { owner = newNonce(), objectId }: { owner?: string; objectId?: string } = {},
): ChatVisitor {
  const { storage, app } = bot;
  const userId = `dl_${owner}`;
  const page = createPage({
    routes: app.chatRoutes,
    admit: async () => ({ owner, ...(objectId && { person: { objectId, isGuest: false } }) }),
    refuse: (error) =>
      error instanceof PageError
        ? json({ error: { code: error.code, message: error.message } }, error.status)
        : json({ error: { code: 'unavailable', message: `${codeOf(error)}: ${error}` } }, 503),
    textsOf: (request) => {
      const locale = new URL(request.url).searchParams.get('locale') ?? undefined;
      return { locale, texts: textsForBrowser(locale ?? null, 'en-GB') };
    },
  });

  async function fetchPage(
    method: string,
    path: string,
    query: Record<string, string> = {},
    body?: unknown,
  ): Promise<PageReply> {
    const url = `https://bot.example/api/chat/${path}?${new URLSearchParams(query)}`;
    const sent = body === undefined ? {} : { body: { string: JSON.stringify(body) } };
    const headers = { 'content-type': 'application/json' };
    const reply = await page(new HttpRequest({ method, url, headers, ...sent }));
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
        user: { name: 'Ada', ...(objectId && { aadObjectId: objectId }) },
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

async function readText(body: unknown): Promise<string> {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return '';
  const pieces: string[] = [];
  for await (const piece of body as AsyncIterable<string | Uint8Array>) {
    pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
  }
  return pieces.join('');
}
