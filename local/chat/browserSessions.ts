import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const cookieName = 'chat_session';

/**
 * Tells whether the browser that opens a link to sign in is the one that shows the chat, as Direct Line's enhanced
 * authentication does: the chat's browser keeps a cookie, and the link carries an id that only this cookie and this
 * person together give. Elsewhere, the id alone is good for nothing.
 */
export interface BrowserSessions {
  /** The id for a person's link; sets the cookie if the browser has none. */
  open(userId: string, request: IncomingMessage, response: ServerResponse): string;
  isSame(userId: string, sessionId: string, cookies: string | undefined): boolean;
}

export function createBrowserSessions(secret: string): BrowserSessions {
  const idOf = (userId: string, cookie: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([userId, cookie]))
      .digest();
  return {
    open(userId, request, response) {
      const known = readCookie(request.headers.cookie);
      const cookie = known ?? randomBytes(24).toString('base64url');
      if (!known) {
        response.setHeader(
          'set-cookie',
          `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
        );
      }
      return idOf(userId, cookie).toString('base64url');
    },
    isSame(userId, sessionId, cookies) {
      const cookie = readCookie(cookies);
      if (!cookie) return false;
      const [given, right] = [Buffer.from(sessionId, 'base64url'), idOf(userId, cookie)];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

function readCookie(cookies = ''): string | undefined {
  const pairs = cookies.split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] || undefined;
}
