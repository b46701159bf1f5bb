import * as z from 'zod/mini';
import { writeJson } from './writeJson.ts';

/** The endpoint says in its answer that there will be none. */
export class EndpointFailure extends Error {
  override readonly name = 'EndpointFailure';
  /** Its own, in its own words. */
  readonly code: string;
  readonly kind: 'failed' | 'cut-off';

  constructor(said: unknown, kind: 'failed' | 'cut-off' = 'failed') {
    const { code, text } = readFailure(said);
    super([code, text].filter((part) => part !== '').join(': '));
    this.code = code;
    this.kind = kind;
  }
}

const code = z.catch(z.optional(z.union([z.string(), z.number()])), undefined);
const text = z.catch(z.optional(z.string()), undefined);
const failureWire = z.object({
  type: text,
  code,
  error_code: code,
  message: text,
  detail: text,
  error: z.optional(z.unknown()),
});

/**
 * The failure that an event, or a whole reply, stands for: an event `error`, a bare `{"error": …}`, OpenAI's
 * `{"error": {"message": …}}` or Databricks' `{"error_code": …}`. They come with status 200, too.
 */
export function failureIn(json: unknown, eventType = ''): EndpointFailure | undefined {
  const { data } = z.safeParse(failureWire, json);
  if (data === undefined) return undefined;
  const isError =
    data.type === 'error' ||
    eventType === 'error' ||
    data.error_code !== undefined ||
    // An answer in which nothing went wrong has `null` or nothing there.
    (Boolean(data.error) && !data.type?.startsWith('response'));
  return isError ? new EndpointFailure(json) : undefined;
}

function readFailure(said: unknown): { code: string; text: string } {
  if (typeof said === 'string') return { code: '', text: said };
  const { data } = z.safeParse(failureWire, said);
  if (data === undefined) return { code: '', text: '' };
  const inner = data.error ? readFailure(data.error) : { code: '', text: '' };
  const own = data.error_code ?? data.code;
  return {
    code: own === undefined ? inner.code : `${own}`,
    text: data.message ?? (inner.text || (data.detail ?? (inner.code ? '' : plain(data.error)))),
  };
}

const plain = (value: unknown) => (value === undefined || value === null ? '' : writeJson(value));
