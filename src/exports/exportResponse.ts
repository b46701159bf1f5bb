import type { HttpResponseInit } from '@azure/functions';
import { contentDisposition } from './contentDisposition.ts';
import type { ExportOutcome, ExportRefusal } from './exporter.ts';

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const refusals: Readonly<Record<ExportRefusal['reason'], { status: number; sentence: string }>> = {
  forged: { status: 403, sentence: 'This link isn’t valid. Please use the button in the chat.' },
  expired: {
    status: 410,
    sentence: 'This link has expired. Please press the download button in the chat again.',
  },
  unknown: { status: 404, sentence: 'This download is no longer available.' },
  busy: {
    status: 503,
    sentence: 'Several files are being prepared right now. Please try again in a minute.',
  },
  'one-at-a-time': {
    status: 429,
    sentence: 'Another file of yours is being prepared. Please try again when it is done.',
  },
  'too-often': {
    status: 429,
    sentence: 'You’ve downloaded many files in a short time. Please wait a minute and try again.',
  },
  'too-large': {
    status: 413,
    sentence:
      'This table is too large for one file. Try CSV instead of Excel, or ask for fewer rows.',
  },
  'signed-out': {
    status: 403,
    sentence: 'You’re no longer signed in. Please sign in again in the chat, then try once more.',
  },
  'no-access': {
    status: 403,
    sentence: 'You don’t have access to this data in Databricks, or Genie no longer has it.',
  },
  failed: {
    status: 502,
    sentence: 'The file couldn’t be created. Please try again in a few minutes.',
  },
};

/** Headers that keep the response out of caches and referrers, and stop clients from guessing its type. */
const guarded = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The file, or a sentence that says why there isn't one. */
export function exportResponse(outcome: ExportOutcome): HttpResponseInit {
  if ('bytes' in outcome) {
    const headers = {
      ...guarded,
      'content-type': contentTypes[outcome.format],
      'content-disposition': contentDisposition(outcome.name),
    };
    return { status: 200, headers, body: outcome.bytes };
  }
  const { status, sentence } = refusals[outcome.reason];
  const body = outcome.errorId ? `${sentence} (Error ID: ${outcome.errorId})` : sentence;
  const headers = { ...guarded, 'content-type': 'text/plain; charset=utf-8' };
  const isPassing = status === 503 || status === 429;
  return { status, headers: isPassing ? { ...headers, 'retry-after': '60' } : headers, body };
}
