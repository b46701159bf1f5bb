import { AppCredentials, type ConnectorClient } from 'botframework-connector';
import { untilAborted, withTimeLimit } from '../../common/timeLimit.ts';

/** A token usually takes under a second. The SDK tries for almost a minute and ignores the request's signal. */
const timeoutMs = 5_000;

/** A client of the SDK, by what it proves who the bot is with. */
type Credentialed = Pick<ConnectorClient, 'credentials'>;

/** The bot's own token. Both throw if none could be had, at the latest after 5 s; concurrent calls share one try. */
export interface OwnToken {
  /** Gets it ready, so that a client's request doesn't wait for it. */
  ready(client: Credentialed): Promise<void>;
  /** Replaces one that the channel refused. False if the bot has no identity, and so no token. */
  renew(client: Credentialed): Promise<boolean>;
}

/**
 * Looks after the token that the SDK keeps until five minutes before it expires. A managed identity's tokens come from
 * Azure's library and Azure's own store, which both keep them too: renewing one may bring the same.
 */
export function createOwnToken(): OwnToken {
  let fetching: Promise<string> | undefined;
  const fetchOne = async ({ credentials }: Credentialed, isRefused: boolean) => {
    if (!(credentials instanceof AppCredentials) || !credentials.appId) return false;
    fetching ??= credentials.getToken(isRefused).finally(() => {
      fetching = undefined;
    });
    const token = fetching;
    await withTimeLimit(timeoutMs, ({ signal }) => untilAborted(token, signal));
    return true;
  };
  return {
    async ready(client) {
      await fetchOne(client, false);
    },
    renew: (client) => fetchOne(client, true),
  };
}
