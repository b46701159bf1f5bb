import type { HttpRequest } from '@azure/functions';
import * as z from 'zod/mini';
import { readJson } from '../bot/endpoints/readJson.ts';
import { PageError } from './route.ts';

const maxBytes = 16 * 1024;

/**
 * The JSON in a request's body; an empty object where there is no body.
 *
 * @throws PageError 400, 411, 413
 */
export async function readBody<T>(request: HttpRequest, shape: z.ZodMiniType<T>): Promise<T> {
  const isEmpty = request.body === null && !request.headers.has('transfer-encoding');
  const read = isEmpty ? { json: {} } : await readJson(request, maxBytes);
  if ('refusal' in read) {
    throw new PageError(read.refusal.status, 'bad-request', read.refusal.sentence);
  }
  const body = z.safeParse(shape, read.json);
  if (body.success) return body.data;
  throw new PageError(400, 'bad-request', 'The body isn’t what this address takes');
}
