import { AppError } from '../../common/errors.ts';
import { isLoopback } from '../../common/loopback.ts';

/**
 * The origin of a workspace's address, of which people paste all sorts: with and without `https://`, with a path, with
 * `?o=123`.
 *
 * @throws AppError `config` for anything that would send a token unencrypted over a network.
 */
export function parseHost(host: string): string {
  const url = URL.parse(host.includes('://') ? host : `https://${host}`);
  const secure = url?.protocol === 'https:';
  const local = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (url === null || !(secure || local)) {
    throw new AppError('config', 'The Databricks host must be an https address');
  }
  return url.origin;
}
