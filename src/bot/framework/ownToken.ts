import { AppCredentials, type ConnectorClient } from 'botframework-connector';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';

/** A token usually takes under a second. The SDK tries for almost a minute and ignores the request's signal. */
const timeoutMs = 5_000;

/**
 * Gets the bot's own token ready, so that a client's request doesn't wait for one. The SDK keeps it until five minutes
 * before it expires, and the next request takes it from there; without an identity, there is none.
 *
 * @returns a function that throws if no token could be had, at the latest after 5 s; concurrent calls share one try
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
