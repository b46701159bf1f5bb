import type { HttpRequest } from '@azure/functions';
import { readJson } from '../bot/endpoints/readJson.ts';
import { PageError } from './route.ts';

const maxBytes = 8 * 1024;

/**
 * The JSON object in a request's body; an empty one where there is none.
 *
 * @throws PageError for anything else
 */
export async function readObject(request: HttpRequest): Promise<object> {
  if (request.body === null && !request.headers.has('transfer-encoding')) return {};
  const read = await readJson(request, maxBytes);
  if ('refusal' in read) {
    throw new PageError(read.refusal.status, 'bad-request', read.refusal.sentence);
  }
  const { json } = read;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new PageError(400, 'bad-request', 'The body isn’t a JSON object');
}
