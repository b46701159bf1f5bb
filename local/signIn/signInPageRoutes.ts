import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { HttpError } from '../chat/httpJson.ts';
import type { Route } from '../chat/route.ts';
import type { PendingSignIn } from './pendingSignIns.ts';
import type { Person } from './people.ts';

/** The browser that opened the link: what the chat added to the link, and its cookies. */
export interface Opener {
  sessionId: string;
  cookies: string | undefined;
}

/** What the person sees behind the link. Each returns a whole page of HTML. */
export interface SignInPages {
  /** Lets them pick who they are: a form that POSTs `person`, an object id, to its own address. */
  choose(signIn: PendingSignIn, people: readonly Person[]): string;
  /** Says that it's done. With a code, they have to type it in the chat. */
  done(person: Person, code: string | undefined): string;
  /** Says that the sign-in is done already, or took too long. */
  over(): string;
}

export interface SignInPageParts {
  pages: SignInPages;
  people: readonly Person[];
  find(signInId: string): PendingSignIn | undefined;
  finish(signIn: PendingSignIn, person: Person, opener: Opener): string | undefined;
}

/** The page that the link to sign in leads to. The real one is on `token.botframework.com`, and redirects to Entra. */
export function createSignInPageRoutes(parts: SignInPageParts): Route[] {
  const { pages, people, find, finish } = parts;
  return [
    {
      method: 'GET',
      path: '/api/oauth/signin',
      async handle({ response, query }) {
        const signIn = find(readLink(query).id);
        if (signIn) sendPage(response, 200, pages.choose(signIn, people));
        else sendPage(response, 404, pages.over());
      },
    },
    {
      method: 'POST',
      path: '/api/oauth/signin',
      async handle({ request, response, query }) {
        const { id, sessionId } = readLink(query);
        const signIn = find(id);
        if (!signIn) return sendPage(response, 404, pages.over());
        const oid = new URLSearchParams(await text(request)).get('person');
        const person = people.find((one) => one.oid === oid);
        if (!person) throw new HttpError(400, 'BadArgument', 'Nobody has this id.');
        const code = finish(signIn, person, { sessionId, cookies: request.headers.cookie });
        sendPage(response, 200, pages.done(person, code));
      },
    },
  ];
}

/** Web Chat adds the id of its session to the link, encoded as a part of its last value. */
function readLink(query: URLSearchParams): { id: string; sessionId: string } {
  const [id = '', ...rest] = (query.get('signin') ?? '').split('&');
  return { id, sessionId: new URLSearchParams(rest.join('&')).get('code_challenge') ?? '' };
}

/** No script, nothing from elsewhere, and no page around it that could steal the click. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

function sendPage(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(html);
}
