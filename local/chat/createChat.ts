import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import { createSignedTokens } from '../signedTokens.ts';
import { createBotLine } from './botLine.ts';
import { type BrowserSessions, createBrowserSessions } from './browserSessions.ts';
import { createChatPageRoutes } from './chatPage.ts';
import type { ChatTokens } from './chatTokens.ts';
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
  /** The line under the page's title, instead of what the page says itself. */
  notice?: string;
  clock?: Clock;
}

export interface Chat {
  /** Answers `/`, `/chat/*`, `/directline/*` and `/connector/*`; false for every other path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** What Direct Line's tokens are made with. */
  secret: string;
  /** The WebSockets below `/directline`, which the server has to hand over. */
  sockets: Sockets;
  /** Whether a browser with these cookies opened the link to sign in from this person's chat. */
  isSameBrowser: BrowserSessions['isSame'];
  /** Tells the bot that someone has signed in, as the channel does for a link that it knows to be theirs. */
  tellSignedIn(signIn: SignedIn): Promise<void>;
}

interface SignedIn {
  conversationId: string;
  userId: string;
  connectionName: string;
}

/**
 * The chat on a laptop: the page, the Direct Line that the page talks to, and the connector that the bot answers to. It
 * has no authentication. The server it is mounted in must listen on loopback only.
 */
export function createChat(options: ChatOptions): Chat {
  const { botUrl, dataFile, notice, clock = systemClock } = options;
  const conversations = createConversations({ dataFile, now: clock.now });
  const tokens: ChatTokens = createSignedTokens(conversations.secret);
  const sessions = createBrowserSessions(conversations.secret);
  const streamUrls = createStreamUrls(conversations.secret, clock.now);
  const line = createBotLine(typeof botUrl === 'string' ? () => botUrl : botUrl);
  const route = createRouter([
    ...createChatPageRoutes({ conversations, tokens, notice }),
    ...createDirectLineRoutes({ conversations, tokens, line, sessions, streamUrls }),
    ...createConnectorRoutes(conversations),
  ]);

  return {
    handle(request, response) {
      if (!/^\/(?:$|\?|(?:chat|directline|connector)\/)/.test(request.url ?? '')) return false;
      if (isOwnRequest(request.headers)) route(request, response);
      else
        sendError(
          response,
          new HttpError(403, 'Forbidden', 'Only the chat’s own page can use this chat.'),
        );
      return true;
    },
    secret: conversations.secret,
    sockets: createSockets({ conversations, streamUrls, clock }),
    isSameBrowser: sessions.isSame,
    async tellSignedIn({ conversationId, userId, connectionName }) {
      const conversation = conversations.find(conversationId);
      if (conversation?.userId !== userId) return;
      // The real event brings the token too. The bot doesn't believe it, so it stays where it is.
      const event = { type: 'event', name: 'tokens/response', value: { connectionName } };
      await line.deliver(conversation, event);
    },
  };
}
