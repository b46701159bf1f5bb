import { codeOf, type ErrorCode } from '../../common/errors.ts';
import type { TokenSource } from '../tokenSource.ts';

/** What another token may mend; a workspace may send an outdated one to its sign-in page. */
const needsToken: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'genie-sign-in',
  'genie-unauthorized',
]);

/** Calls with a token. A refused one is looked up once more: it may have been replaced since it was cached. */
export async function withToken<T>(
  tokens: TokenSource,
  send: (token: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const token = await tokens.getToken(signal);
  try {
    return await send(token);
  } catch (error) {
    if (!needsToken.has(codeOf(error))) throw error;
    tokens.invalidate(token);
    const newer = await tokens.getToken(signal);
    if (newer === token) throw error;
    return await send(newer);
  }
}
