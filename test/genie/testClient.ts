import type { Log } from '../../src/common/log.ts';
import { createGenieClient } from '../../src/genie/client.ts';
import type { GenieClient } from '../../src/genie/genieClient.ts';
import type { TokenSource } from '../../src/genie/tokenSource.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';

export const ids = { spaceId: 'space1', conversationId: 'conv1', messageId: 'msg1' };

export interface TestClient {
  client: GenieClient;
  clock: FakeClock;
}

/** A client of the server at `host`, whose waits pass at once. */
export function createTestClient(
  host: string,
  options: {
    tokens?: TokenSource;
    retries?: number;
    timeoutMs?: number;
    log?: Log;
    asksForCharts?: boolean;
  } = {},
): TestClient {
  const clock = createFakeClock({ autoAdvance: true });
  const { tokens = fixedToken('dapi-test'), retries = 3, timeoutMs = 2_000, ...rest } = options;
  const retry = { retries, initialBackoffMs: 1000, maxBackoffMs: 4000, multiplier: 2 };
  return { client: createGenieClient({ host, tokens, clock, retry, timeoutMs, ...rest }), clock };
}

/** Always the same token. */
function fixedToken(token: string): TokenSource {
  return { getToken: async () => token, invalidate: () => {} };
}
