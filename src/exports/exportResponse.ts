import type { HttpResponseInit } from '@azure/functions';
import type { Texts } from '../texts/texts.ts';
import { contentDisposition } from './contentDisposition.ts';
import type { ExportOutcome, ExportRefusal } from './exporter.ts';

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const statuses: Readonly<Record<ExportRefusal['reason'], number>> = {
  forged: 403,
  expired: 410,
  unknown: 404,
  busy: 503,
  'one-at-a-time': 429,
  'too-often': 429,
  'too-large': 413,
  'signed-out': 403,
  'no-access': 403,
  failed: 502,
};

/** Headers that keep the response out of caches and referrers, and stop clients from guessing its type. */
const guarded = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * The file, or a sentence that says why there isn't one.
 *
 * @param texts in the language of the person whose browser opens the link
 */
export function exportResponse(outcome: ExportOutcome, texts: Texts): HttpResponseInit {
  if ('bytes' in outcome) {
    const headers = {
      ...guarded,
      'content-type': contentTypes[outcome.format],
      'content-disposition': contentDisposition(outcome.name),
    };
    return { status: 200, headers, body: outcome.bytes };
  }
  const { reason, errorId } = outcome;
  const status = statuses[reason];
  const { downloads, failures, sentences } = texts;
  const body = sentences([downloads[reason], errorId && failures.errorIdAtEnd({ errorId })]);
  const headers = { ...guarded, 'content-type': 'text/plain; charset=utf-8' };
  const isPassing = status === 503 || status === 429;
  return { status, headers: isPassing ? { ...headers, 'retry-after': '60' } : headers, body };
}
