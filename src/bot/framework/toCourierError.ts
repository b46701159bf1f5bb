import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';
import { kindOfRefusal } from './refusals.ts';

/** Errors of a connection that was never made. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What names a refusal is at the beginning; a page of a proxy can be long. */
const maxWords = 4_000;

/** The parts of the SDK's `RestError` that say what happened. */
interface Thrown {
  statusCode?: number;
  /** The body's `error.code`; of the connection if there was no response, of the parser if the body isn't JSON. */
  code?: string;
  message?: string;
  /** The whole body, if it is JSON. */
  details?: unknown;
  response?: { headers?: { get(name: string): string | null | undefined } };
}

/** What it means for us if the connector refuses a request or doesn't answer. */
export function toCourierError(error: unknown): CourierError {
  const { statusCode, code, message, details, response } = (error ?? {}) as Thrown;
  const words = () => [code, message, JSON.stringify(details)].join(' ').slice(0, maxWords);
  const kind = statusCode === undefined ? kindOfSilence(code) : kindOfRefusal(statusCode, words());
  const retryAfter = Number.parseFloat(response?.headers?.get('retry-after') ?? '');
  const name = statusCode !== undefined && code !== undefined ? ` (${code.slice(0, 80)})` : '';
  return new CourierError(
    kind,
    `The channel answered ${statusCode ?? code ?? 'nothing'}${name}`,
    error,
    statusCode,
    Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
  );
}

function kindOfSilence(code: string | undefined): CourierErrorKind {
  return code !== undefined && neverSent.has(code) ? 'later' : 'unsure';
}
