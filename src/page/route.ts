import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Texts } from '../texts/texts.ts';

/** Who uses the page. */
export interface PageVisitor {
  /** Tells visitors apart: 32 hex digits, also the beginning of their chats' IDs. */
  owner: string;
  /** Whom Entra ID signed in; absent on an open page. */
  person?: SignedIn;
  /** The cookie that their browser is to keep from now on, as a header. */
  newCookie?: string;
}

/** What Entra ID says of a person. */
export interface SignedIn {
  objectId: string;
  name?: string;
  /** The name that they sign in with, if it's an address. */
  email?: string;
  tenantId?: string;
  isGuest: boolean;
  /** Their token for the bot's own Entra app, if Easy Auth has one. */
  token?: string;
}

/** A request, and who it's from. */
export interface PageRequest {
  request: HttpRequest;
  /** The named parts of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  visitor: PageVisitor;
  /** How the visitor reads, as far as the request says. */
  locale: string | undefined;
  texts: Texts;
}

export interface PageRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/chat`, such as `chats/:id/download`; empty: the page itself. */
  path: string;
  /**
   * `file`: the page's own files, the same for all. `document`: what a browser opens by itself. `data`: what the page's
   * script asks for; from our own page alone.
   */
  kind: 'file' | 'document' | 'data';
  /** @throws PageError */
  handle(exchange: PageRequest): Promise<HttpResponseInit>;
}

/** A request that is answered with an error; the code says which words the visitor reads. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly status: number;
  readonly code: PageErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: PageErrorCode,
    message: string,
    { headers = {}, ...options }: ErrorOptions & { headers?: Record<string, string> } = {},
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export type PageErrorCode =
  | 'off'
  | 'signed-out'
  | 'no-access'
  | 'foreign'
  | 'not-found'
  | 'gone'
  | 'wrong-method'
  | 'bad-request'
  | 'too-often'
  | 'busy'
  | 'unavailable'
  | 'failed';

/** JSON that no cache keeps. */
export function json(body: unknown, status = 200): HttpResponseInit {
  return { status, headers: { 'cache-control': 'no-store' }, jsonBody: body };
}
