import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import { createBotLine } from './botLine.ts';
import { type BrowserSessions, createBrowserSessions } from './browserSessions.ts';
import { createChatTokens } from './chatTokens.ts';
import { createConnectorRoutes } from './connector.ts';
import { createConversations } from './conversations.ts';
import { createDirectLineRoutes } from './directLine.ts';
import { HttpError, sendError } from './httpJson.ts';
import { isOwnRequest } from './originGuard.ts';
import { createRouter } from './route.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { createStreamUrls } from './streamUrls.ts';

export interface ChatOptions {
  /**
   * Base URL of the server that the chat is mounted in and that has the bot at `/api/messages`; it can become known
   * late.
   */
  botUrl: string | (() => string);
  /** Keeps the conversations across restarts. */
  dataFile?: string;
  clock?: Clock;
}

export interface Chat {
  /** Answers `/directline/*` and `/connector/*`; false for every other path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The WebSockets below `/directline`, which the server has to hand over. */
  sockets: Sockets;
  /** Whether a browser with these cookies opened the link to sign in from this person's chat. */
  isSameBrowser: BrowserSessions['isSame'];
  /** A token for a person's conversation: the one with this ID if it's theirs, otherwise a new one. */
  grant(userId: string, conversationId?: string): Promise<Grant>;
  /** Has all tokens so far be refused, as those that have expired. Nothing expires by itself on a laptop. */
  expireTokens(): void;
  /** Tells the bot that someone has signed in, as the channel does for a link that it knows to be theirs. */
  tellSignedIn(signIn: SignedIn): Promise<void>;
}

interface Grant {
  token: string;
  conversationId: string;
}

interface SignedIn {
  conversationId: string;
  userId: string;
  connectionName: string;
}

/**
 * What the chat page on a laptop has otherwise from Azure: the Direct Line that it talks to, and the connector that the
 * bot answers to. It has no authentication. The server it is mounted in must listen on loopback only.
 */
export function createChat(options: ChatOptions): Chat {
  const { botUrl, dataFile, clock = systemClock } = options;
  const conversations = createConversations({ dataFile, now: clock.now });
  const tokens = createChatTokens(conversations.secret);
  const sessions = createBrowserSessions(conversations.secret);
  const streamUrls = createStreamUrls(conversations.secret, clock.now);
  const line = createBotLine(typeof botUrl === 'string' ? () => botUrl : botUrl);
  const route = createRouter([
    ...createDirectLineRoutes({ conversations, tokens, line, sessions, streamUrls }),
    ...createConnectorRoutes(conversations),
  ]);

  return {
    handle(request, response) {
      if (!/^\/(?:directline|connector)\//.test(request.url ?? '')) return false;
      if (isOwnRequest(request.headers)) route(request, response);
      else
        sendError(
          response,
          new HttpError(403, 'Forbidden', 'Only the chat’s own page can use this chat.'),
        );
      return true;
    },
    sockets: createSockets({ conversations, streamUrls, clock }),
    isSameBrowser: sessions.isSame,
    expireTokens: tokens.expireAll,
    async grant(userId, conversationId = '') {
      const known = conversations.find(conversationId);
      const { id } = known?.userId === userId ? known : conversations.open(userId);
      await conversations.save();
      return { token: tokens.sign({ conv: id, user: userId }), conversationId: id };
    },
    async tellSignedIn({ conversationId, userId, connectionName }) {
      const conversation = conversations.find(conversationId);
      if (conversation?.userId !== userId) return;
      // The real event brings the token too. The bot doesn't believe it, so it stays where it is.
      const event = { type: 'event', name: 'tokens/response', value: { connectionName } };
      await line.deliver(conversation, event);
    },
  };
}
