import type { HttpRequest } from '@azure/functions';

/** Why a request is refused: the status, and a sentence for the caller. */
export interface Refusal {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

/** No activity and no card is nested as deeply; what walks through it later is not asked to. */
const maxDepth = 50;

/**
 * Reads the JSON of a request, and no more of it than `maxBytes`.
 *
 * @returns the value, or why there is none: 413 or 400
 */
export async function readJson(
  request: HttpRequest,
  maxBytes: number,
): Promise<{ json: unknown } | { refusal: Refusal }> {
  const tooLarge = refuse(413, `The body is larger than ${maxBytes / 1024} KB.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  const bytes = await readBytes(request, maxBytes);
  if (bytes === undefined) return tooLarge;
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

/** `undefined` as soon as there are more than `maxBytes`. */
async function readBytes({ body }: HttpRequest, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(depth - 1, inner));
}
