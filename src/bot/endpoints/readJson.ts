import type { HttpRequest } from '@azure/functions';
import { readBytes } from '../../common/readBytes.ts';

/** Why a request is refused: the status, and a sentence for the caller. */
export interface Refusal {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

/** Deeper than any activity or card, and safe for code that walks through it later. */
const maxDepth = 50;

/**
 * Reads the JSON of a request, up to `maxBytes`.
 *
 * @returns the value, or why there is none: 411, 413 or 400. Azure's host drops a body that comes in chunks.
 */
export async function readJson(
  request: HttpRequest,
  maxBytes: number,
): Promise<{ json: unknown } | { refusal: Refusal }> {
  const tooLarge = refuse(413, `The body is larger than ${maxBytes / 1024} KB.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  const bytes = await readBytes(request.body as AsyncIterable<Uint8Array> | null, maxBytes);
  if (bytes === undefined) return tooLarge;
  if (bytes.length === 0 && request.headers.has('transfer-encoding')) {
    return refuse(
      411,
      'The body doesn’t arrive without a Content-Length. Send one; chunks don’t work here.',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse(400, 'The body isn’t JSON.');
  }
  if (isDeeperThan(maxDepth, json)) return refuse(400, 'The body is nested too deeply.');
  return { json };
}

/** Refuses a request, with a sentence for the caller. */
export function refuse(
  status: number,
  sentence: string,
  headers?: Record<string, string>,
): { refusal: Refusal } {
  return { refusal: { status, sentence, ...(headers && { headers }) } };
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(depth - 1, inner));
}
