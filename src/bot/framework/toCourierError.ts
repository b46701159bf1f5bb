import { CourierError, type CourierErrorKind, type StreamRefusal } from '../../questions/ports.ts';
import { kindOfRefusal } from './refusals.ts';
import { streamRefusalOf } from './streamRefusals.ts';

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
  const said = words();
  const stream = statusCode === undefined ? undefined : streamRefusalOf(statusCode, said);
  const kind = statusCode === undefined ? kindOfSilence(code) : kindOf(statusCode, said, stream);
  const retryAfter = Number.parseFloat(response?.headers?.get('retry-after') ?? '');
  const name = statusCode !== undefined && code !== undefined ? ` (${code.slice(0, 80)})` : '';
  return new CourierError(
    kind,
    `The channel answered ${statusCode ?? code ?? 'nothing'}${name}`,
    error,
    statusCode,
    Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
    stream,
  );
}

/** What the channel says of a stream is certain: another message might be taken. */
function kindOf(
  status: number,
  words: string,
  stream: StreamRefusal | undefined,
): CourierErrorKind {
  const kind = kindOfRefusal(status, words);
  return stream !== undefined && kind !== 'too-large' && kind !== 'refused' ? 'unfit' : kind;
}

function kindOfSilence(code: string | undefined): CourierErrorKind {
  return code !== undefined && neverSent.has(code) ? 'later' : 'unsure';
}
