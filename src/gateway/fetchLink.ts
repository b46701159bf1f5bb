import { GenieError } from '../genie/errors.ts';
import { toConnectionError } from '../genie/http/toConnectionError.ts';
import type { DownloadStatus } from '../genie/wire/download.ts';
import type { IsStorage } from './storageCheck.ts';

type Link = DownloadStatus['links'][number];

/**
 * Fetches one part of a result from the cloud's storage, without our token: the address is the credential. No redirect
 * is followed.
 *
 * @throws GenieError, which names the host at most; the signal's reason when that aborts
 */
export async function fetchLink(
  link: Link,
  isStorage: IsStorage,
  signal: AbortSignal,
): Promise<Response> {
  const url = URL.parse(link.url);
  if (url === null || url.username !== '' || !isStorage(url)) {
    throw toUnusable(`lies on ${url?.host ?? 'no host'}, from which nothing is fetched`);
  }
  let response: Response;
  try {
    response = await fetch(url, { headers: readHeaders(link), redirect: 'manual', signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof GenieError ? error : toConnectionError(error);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  throw toUnusable(`was answered with ${response.status} by ${url.host}`, response.status);
}

/** They can hold a key, which `fetch` would quote when it rejects them. */
function readHeaders({ headers }: Link): Headers {
  try {
    return new Headers(headers);
  } catch {
    throw toUnusable('wants headers that cannot be sent');
  }
}

function toUnusable(what: string, status?: number): GenieError {
  const details = { acted: 'no' as const, ...(status !== undefined && { status }) };
  return new GenieError('genie-bad-response', `A part of the result ${what}`, details);
}
