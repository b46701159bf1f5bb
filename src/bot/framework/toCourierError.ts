import { CourierError } from '../../questions/ports.ts';

type Kind = CourierError['kind'];

/**
 * Statuses after which Microsoft has bots send again, for the message was not taken.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const notTaken = new Set([412, 429, 502, 503, 504]);

/** Errors of a connection that never came about. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What the connector's refusal of a request, or its silence, means for us. */
export function toCourierError(error: unknown): CourierError {
  const { statusCode, code, response } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    response?: { headers?: { get(name: string): string | null | undefined } };
  };
  const kind = statusCode === undefined ? kindOfSilence(code) : kindOfStatus(statusCode);
  const retryAfter = Number.parseFloat(response?.headers?.get('retry-after') ?? '');
  return new CourierError(
    kind,
    `The channel answered ${statusCode ?? code ?? 'nothing'}`,
    error,
    statusCode,
    Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
  );
}

function kindOfSilence(code: string | undefined): Kind {
  return code !== undefined && neverSent.has(code) ? 'later' : 'unsure';
}

function kindOfStatus(status: number): Kind {
  if (status === 413) return 'too-large';
  if (notTaken.has(status)) return 'later';
  // 408 and 500 leave open what became of the message; any other 4xx is final: blocked, removed, gone, not understood.
  return status === 408 || status >= 500 ? 'unsure' : 'refused';
}
