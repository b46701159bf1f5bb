import { CourierError } from '../../questions/ports.ts';

type Kind = CourierError['kind'];

/**
 * Statuses after which Microsoft tells bots to send again, because the message was not accepted.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const notTaken = new Set([412, 429, 502, 503, 504]);

/** Errors of a connection that was never made. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What it means for us if the connector refuses a request or doesn't answer. */
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
  // After 408 and 500, the message may have arrived; any other 4xx is final: blocked, removed, gone, not understood.
  return status === 408 || status >= 500 ? 'unsure' : 'refused';
}
