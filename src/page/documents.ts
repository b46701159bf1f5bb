import type { HttpRequest } from '@azure/functions';
import type { Texts } from '../texts/texts.ts';
import { closedPolicy } from './contentPolicy.ts';
import { escapeHtml } from './document/escapeHtml.ts';

interface Document {
  headers: Record<string, string>;
  body: string;
}

/** The page for who isn't signed in. It leads to the sign-in by itself, and by a link. */
export function signInDocument(
  { url, headers }: Pick<HttpRequest, 'url' | 'headers'>,
  { pageErrors }: Texts,
  frameAncestors: readonly string[],
): Document {
  const back = encodeURIComponent(pathBack(url)).replaceAll('%2F', '/');
  const signIn = `/.auth/login/aad?post_login_redirect_uri=${back}`;
  // Entra ID isn't shown in a frame. And who has signed in, though not so that it can be used, would go round in a circle.
  const isFramed = ['iframe', 'frame'].includes(headers.get('sec-fetch-dest') ?? '');
  const leads = !isFramed && headers.get('x-ms-client-principal-id') === null;
  return toDocument({
    language: pageErrors.language,
    head: leads ? `<meta http-equiv="refresh" content="0; url=${escapeHtml(signIn)}">` : '',
    title: pageErrors.signInTitle,
    body: `<p>${escapeHtml(pageErrors['signed-out'])}</p><p><a href="${escapeHtml(signIn)}" target="_top">${escapeHtml(pageErrors.signInLink)}</a></p>`,
    frameAncestors,
  });
}

/** The page that says why there is none. */
export function errorDocument(
  message: string,
  { pageErrors }: Texts,
  frameAncestors: readonly string[],
): Document {
  return toDocument({
    language: pageErrors.language,
    head: '',
    title: pageErrors.errorTitle,
    body: `<p>${escapeHtml(message)}</p>`,
    frameAncestors,
  });
}

/** Where to come back to: a path of ours, whatever address the request has. */
function pathBack(url: string): string {
  const { pathname, search } = new URL(url);
  const isOurs = pathname === '/api/chat' || pathname.startsWith('/api/chat/');
  const path = isOurs && !pathname.includes('//') ? pathname : '/api/chat';
  return search.length > longestQuery ? path : path + search;
}

const longestQuery = 500;

interface Content {
  language: string;
  head: string;
  title: string;
  body: string;
  frameAncestors: readonly string[];
}

function toDocument({ language, head, title, body, frameAncestors }: Content): Document {
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': closedPolicy(frameAncestors).join('; '),
      'cache-control': 'no-store',
    },
    body: `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${head}<title>${escapeHtml(title)}</title></head><body><main>${body}</main></body></html>\n`,
  };
}
