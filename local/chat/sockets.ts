import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import WebSocket from 'ws';
import type { Clock } from '../../src/common/clock.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { isOwnRequest } from './originGuard.ts';
import { startFeed } from './startFeed.ts';
import type { StreamUrls } from './streamUrls.ts';

/** A browser opens one per tab. */
const maxPerConversation = 10;
const maxSockets = 100;
/** Clients only send empty messages, to see whether the line is still there. */
const maxPayload = 1024;
const keepAliveMs = 15_000;

/** The WebSockets of a server: it asks for each request to upgrade whether it is for these, and hands it over. */
export interface Sockets {
  takes(request: IncomingMessage): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends them all. Clients come back once there is a server again. */
  close(): Promise<void>;
}

interface SocketsParts {
  conversations: Conversations;
  streamUrls: StreamUrls;
  clock: Clock;
}

/**
 * Direct Line's WebSockets, over which a client gets what is said at once, and typing at all. Activities come as
 * `{ activities, watermark }`, and now and then an empty message that keeps the connection open.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-receive-activities
 */
export function createSockets({ conversations, streamUrls, clock }: SocketsParts): Sockets {
  const server = new WebSocket.Server({ noServer: true, maxPayload, perMessageDeflate: false });
  const conversationOf = new Map<WebSocket, Conversation>();
  const countOf = (conversation: Conversation) =>
    [...conversationOf.values()].filter((other) => other === conversation).length;

  const serve = (socket: WebSocket, conversation: Conversation, watermark: number) => {
    const closed = new AbortController();
    conversationOf.set(socket, conversation);
    const feed = startFeed({ socket, conversation, watermark, conversations, clock });
    void keepAlive(socket, clock, closed.signal);
    // Whatever is wrong with a socket closes it, too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed.abort();
      feed.end();
      conversationOf.delete(socket);
    });
  };

  return {
    takes: ({ method, headers, url }) =>
      method === 'GET' &&
      headers.upgrade?.toLowerCase() === 'websocket' &&
      (url ?? '').startsWith('/directline/'),
    take(request, socket, head) {
      const opened = streamUrls.read(request.url ?? '');
      if (!isOwnRequest(request.headers) || !opened) return refuse(socket, '403 Forbidden');
      const conversation = conversations.find(opened.conversationId);
      if (!conversation) return refuse(socket, '404 Not Found');
      if (conversationOf.size >= maxSockets || countOf(conversation) >= maxPerConversation) {
        return refuse(socket, '503 Service Unavailable');
      }
      server.handleUpgrade(request, socket as Socket, head, (accepted) =>
        serve(accepted, conversation, opened.watermark),
      );
    },
    async close() {
      for (const socket of conversationOf.keys()) socket.terminate();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function keepAlive(socket: WebSocket, clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(keepAliveMs, signal);
      socket.send('', () => undefined);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
