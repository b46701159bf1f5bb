import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { HttpError } from '../chat/httpJson.ts';
import type { Route } from '../chat/route.ts';
import type { PendingSignIn } from './pendingSignIns.ts';
import type { Person } from './people.ts';

/** What the person sees behind the link. Both return a whole page of HTML. */
export interface SignInPages {
  /** Lets them pick who they are: a form that POSTs `person`, an object id, to its own address. */
  choose(signIn: PendingSignIn, people: readonly Person[]): string;
  /** Says that it's done. With a code, they have to type it in the chat. */
  done(person: Person, code: string | undefined): string;
}

export interface SignInPageParts {
  pages: SignInPages;
  people: readonly Person[];
  find(signInId: string): PendingSignIn | undefined;
  finish(signIn: PendingSignIn, person: Person): string | undefined;
}

/** The page that the link to sign in leads to. The real one is on `token.botframework.com`, and redirects to Entra. */
export function createSignInPageRoutes(parts: SignInPageParts): Route[] {
  const { pages, people, find, finish } = parts;
  const read = (query: URLSearchParams) => {
    const signIn = find(query.get('signin') ?? '');
    if (!signIn) throw new HttpError(404, 'NotFound', 'This sign-in is over. Please ask again.');
    return signIn;
  };
  return [
    {
      method: 'GET',
      path: '/api/oauth/signin',
      async handle({ response, query }) {
        sendPage(response, pages.choose(read(query), people));
      },
    },
    {
      method: 'POST',
      path: '/api/oauth/signin',
      async handle({ request, response, query }) {
        const signIn = read(query);
        const oid = new URLSearchParams(await text(request)).get('person');
        const person = people.find((one) => one.oid === oid);
        if (!person) throw new HttpError(400, 'BadArgument', 'Nobody has this id.');
        sendPage(response, pages.done(person, finish(signIn, person)));
      },
    },
  ];
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

function sendPage(response: ServerResponse, html: string): void {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(html);
}
