import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface SideChat {
  id: string;
  title: string;
  spaceTitle?: string;
  lastAt: string;
  isBusy: boolean;
  /** What was asked, for the search. */
  question?: string;
}

export interface SideSpace {
  id: string;
  title: string;
  description?: string;
  isCurrent: boolean;
}

interface Fault {
  /** The beginning of `GET /api/chat/chats`. */
  of: string;
  status: number | 'drop';
  message?: string;
}

/** What the side of the page asks its server for, out of memory. It keeps to the contract of `/api/chat`. */
export class SideApi {
  chats: SideChat[] = [];
  spaces: SideSpace[] = [];
  readonly requests: string[] = [];
  readonly bodies: unknown[] = [];
  readonly #deleted = new Map<string, SideChat>();
  readonly #faults: Fault[] = [];
  readonly #gates: { of: string; opened: Promise<void> }[] = [];

  /** Chats that are gone for good. */
  gone: string[] = [];
  pageSize = 30;

  /** The next request of this kind fails; each one that is dropped, since browsers try those again by themselves. */
  fail(of: string, status: Fault['status'], message?: string): void {
    this.#faults.push({ of, status, ...(message !== undefined && { message }) });
  }

  /** Nothing fails from here on. */
  mend(): void {
    this.#faults.length = 0;
  }

  /** The next request of this kind waits; the result lets it go on. */
  hold(of: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gates.push({ of, opened: promise });
    return resolve;
  }

  /** The requests that were made to here, without the reader's locale and time zone. */
  asked(of: string): string[] {
    return this.requests.filter((request) => request.startsWith(of));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const reading = ['locale', 'timeZone'];
    const isSaid = reading.every((name) => url.searchParams.has(name));
    for (const name of reading) url.searchParams.delete(name);
    const line = `${request.method} ${url.pathname}${url.search}`;
    this.requests.push(line);
    const body = await text(request);
    if (body !== '') this.bodies.push(JSON.parse(body));
    await this.#take(this.#gates, line)?.opened;
    const fault = this.#take(this.#faults, line);
    if (fault?.status === 'drop') {
      this.#faults.push(fault);
      response.destroy();
    } else if (fault) sendError(response, fault.status, fault.message);
    else if (!isSaid) sendError(response, 400, 'How the reader reads isn’t said');
    else this.#answer(request.method ?? '', url, body, response);
  }

  #take<T extends { of: string }>(list: T[], line: string): T | undefined {
    const index = list.findIndex(({ of }) => line.startsWith(of));
    return index < 0 ? undefined : list.splice(index, 1)[0];
  }

  #answer(method: string, url: URL, body: string, response: ServerResponse): void {
    const [kind, id = '', part] = url.pathname
      .replace('/api/chat/', '')
      .split('/')
      .map(decodeURIComponent);
    const key = `${method} ${kind}${id && '/id'}${part ? `/${part}` : ''}`;
    const answers: Record<string, () => void> = {
      'GET chats': () => sendJson(response, 200, this.#list(url.searchParams)),
      'PATCH chats/id': () =>
        sendJson(response, 200, { title: this.#rename(id, JSON.parse(body)) }),
      'DELETE chats/id': () => this.#delete(id, url.searchParams.has('now'), response),
      'POST chats/id/restore': () => this.#restore(id, response),
      'GET chats/id/download': () => sendFile(response, id, url.searchParams.get('format') ?? ''),
      'GET spaces': () => sendJson(response, 200, { spaces: this.spaces }),
      'PUT chats/id/space': () => sendJson(response, 200, this.#choose(JSON.parse(body).spaceId)),
      'GET guide': () =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>The guide</title>'),
    };
    const answer = answers[key];
    if (answer) answer();
    else sendError(response, 404, `Nothing at ${key}`);
  }

  #list(query: URLSearchParams) {
    const search = query.get('search')?.toLowerCase() ?? '';
    const start = Number(query.get('after') ?? 0);
    const found = this.chats.filter(({ title, question = '' }) =>
      `${title} ${question}`.toLowerCase().includes(search),
    );
    const next = start + this.pageSize;
    return {
      chats: found.slice(start, next),
      ...(next < found.length && { next: String(next) }),
    };
  }

  #rename(id: string, { title }: { title: string | null }): string {
    const named = title ?? 'The first question';
    this.chats = this.chats.map((chat) => (chat.id === id ? { ...chat, title: named } : chat));
    return named;
  }

  #delete(id: string, isFinal: boolean, response: ServerResponse): void {
    if (isFinal) {
      this.#deleted.delete(id);
      this.gone.push(id);
      response.writeHead(204).end();
      return;
    }
    const chat = this.chats.find((one) => one.id === id);
    if (chat) this.#deleted.set(id, chat);
    this.chats = this.chats.filter((one) => one.id !== id);
    sendJson(response, 202, { undoUntil: new Date().toISOString() });
  }

  #restore(id: string, response: ServerResponse): void {
    const chat = this.#deleted.get(id);
    if (!chat) {
      sendError(response, 410, 'This chat is gone.');
      return;
    }
    this.chats = [...this.chats, chat].sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
    this.#deleted.delete(id);
    response.writeHead(204).end();
  }

  #choose(spaceId: string) {
    const before = this.spaces.find(({ isCurrent }) => isCurrent)?.id;
    this.spaces = this.spaces.map((space) => ({ ...space, isCurrent: space.id === spaceId }));
    const title = this.spaces.find(({ isCurrent }) => isCurrent)?.title;
    return { title, isNew: before !== spaceId };
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function sendError(response: ServerResponse, status: number, message?: string): void {
  if (message === undefined) response.writeHead(status).end('<h1>An error page</h1>');
  else sendJson(response, status, { error: { code: 'Any', message } });
}

function sendFile(response: ServerResponse, id: string, format: string): void {
  const name = `Umsätze ${id}.${format === 'html' ? 'html' : 'md'}`;
  response
    .writeHead(200, {
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="chat.txt"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
    .end(`The chat ${id} as ${format}`);
}
