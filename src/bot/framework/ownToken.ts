import { AppCredentials, type ConnectorClient } from 'botframework-connector';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';

/** A token comes within a second. The SDK tries for almost a minute, whatever signal its request was given. */
const timeoutMs = 5_000;

/**
 * Has the bot's own token at hand, so that a request of this client does not wait for one. The SDK keeps it until five
 * minutes before it runs out, and the request that follows takes it from there; without an identity there is none.
 *
 * @returns a function that throws whatever kept the token from coming, or after 5 s; all who wait wait for the same try
 */
export function createOwnToken(): (client: ConnectorClient) => Promise<void> {
  let fetching: Promise<string> | undefined;
  return async ({ credentials }) => {
    if (!(credentials instanceof AppCredentials) || !credentials.appId) return;
    fetching ??= credentials.getToken().finally(() => {
      fetching = undefined;
    });
    const token = fetching;
    await withTimeLimit(timeoutMs, ({ signal }) => untilAborted(token, signal));
  };
}
