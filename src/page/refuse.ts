import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { createRefusalLog } from '../bot/endpoints/refusalLog.ts';
import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { newErrorId } from '../questions/ids.ts';
import type { Texts } from '../texts/texts.ts';
import { errorDocument, signInDocument } from './documents.ts';
import { json, PageError, type PageErrorCode, type PageRoute } from './route.ts';

export interface RefuseOptions {
  textsOf(request: HttpRequest): { texts: Texts };
  /** Whom people without access can ask for it. */
  adminContact: string;
  frameAncestors: readonly string[];
  clock: Clock;
  log: Log;
}

/** What says that someone tried, and isn't just a mistake or an ordinary first visit. */
const refusals: ReadonlySet<PageErrorCode> = new Set<PageErrorCode>([
  'off',
  'signed-out',
  'no-access',
  'foreign',
  'too-often',
]);

/** Makes the answers to requests that failed: a page for what a browser opens by itself, JSON for everything else. */
export function createRefuse({ textsOf, adminContact, frameAncestors, clock, log }: RefuseOptions) {
  const refused = createRefusalLog(clock, (details) => log.warn('page.refused', details));

  return (error: unknown, request: HttpRequest, route: PageRoute | undefined): HttpResponseInit => {
    const failure = toPageError(error);
    const { status, code, headers } = failure;
    const isDocument = route ? route.kind === 'document' : isShown(request);
    const errorId = status >= 500 ? newErrorId() : undefined;
    const details = { status, method: request.method, route: route?.path };
    if (errorId) log.error('page.failed', { errorId, ...details, error });
    else if (refusals.has(code) && !(isDocument && code === 'signed-out')) {
      refused.add(code, { ...details, message: failure.message });
    }
    const { texts } = textsOf(request);
    const words = messageOf(code, { texts, adminContact, errorId });
    if (!isDocument) {
      const answer = json({ error: { code, message: words, ...(errorId && { errorId }) } }, status);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    }
    const document =
      code === 'signed-out'
        ? signInDocument(request, texts, frameAncestors)
        : errorDocument(words, texts, frameAncestors);
    return { ...document, status, headers: { ...document.headers, ...headers } };
  };
}

/** Whether a browser shows the answer by itself. */
function isShown({ headers }: HttpRequest): boolean {
  return shown.has(headers.get('sec-fetch-dest') ?? '');
}

const shown: ReadonlySet<string> = new Set(['document', 'frame', 'iframe']);

/** Whatever a route throws: storage that isn't there will be again. */
function toPageError(error: unknown): PageError {
  if (error instanceof PageError) return error;
  const isPassing = error instanceof AppError;
  return new PageError(
    isPassing ? 503 : 500,
    isPassing ? 'unavailable' : 'failed',
    'The request failed',
    { cause: error, ...(isPassing && { headers: { 'retry-after': '10' } }) },
  );
}

interface Words {
  texts: Texts;
  adminContact: string;
  errorId: string | undefined;
}

function messageOf(code: PageErrorCode, { texts, adminContact, errorId }: Words): string {
  const { people, pageErrors, failures, sentences } = texts;
  if (code === 'no-access') return people.noAccess({ contact: adminContact });
  if (code === 'too-often') return people.tooOften;
  return sentences([pageErrors[code], errorId && failures.errorIdAtEnd({ errorId })]);
}
