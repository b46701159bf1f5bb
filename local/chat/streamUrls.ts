import { createHmac } from 'node:crypto';
import { createSignedTokens } from '../signedTokens.ts';
import type { Conversation } from './conversations.ts';

/** As long as Direct Line gives a client to open the socket. */
const openWithinMs = 60_000;

/** The addresses of WebSockets: each is good for one conversation, and for a minute. */
export interface StreamUrls {
  /**
   * @param watermark what the client has read
   * @param host under which it reaches the chat
   */
  create(conversation: Conversation, watermark: string | null, host: string | undefined): string;
  /** What an address opens, given its path with its query; `undefined` if it's none of these, or too old. */
  read(path: string): { conversationId: string; watermark: number } | undefined;
}

interface Claims {
  conv: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** @param secret the chat's own; what is signed here is good for nothing else. */
export function createStreamUrls(secret: string, now: () => number): StreamUrls {
  const tickets = createSignedTokens<Claims>(
    createHmac('sha256', secret).update('stream').digest('hex'),
  );
  const pattern = new URLPattern({ pathname: '/directline/conversations/:id/stream' });
  return {
    create({ id }, watermark, host) {
      const t = tickets.sign({ conv: id, until: now() + openWithinMs });
      const query = new URLSearchParams({ watermark: watermark ?? '-', t });
      return `ws://${host}/directline/conversations/${id}/stream?${query}`;
    },
    read(path) {
      const url = URL.parse(path, 'ws://localhost');
      const id = url && pattern.exec(url)?.pathname.groups['id'];
      if (!id) return undefined;
      const claims = tickets.verify(url.searchParams.get('t') ?? '');
      if (claims?.conv !== id || claims.until < now()) return undefined;
      return { conversationId: id, watermark: readWatermark(url.searchParams.get('watermark')) };
    },
  };
}

/** An invalid watermark, such as a new client's empty one, means the beginning. */
export function readWatermark(watermark: string | null): number {
  return Number(watermark) || 0;
}
