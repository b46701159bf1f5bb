import type { QueueClient } from '@azure/storage-queue';
import { startFixtureHost } from './startFixtureHost.ts';

/** A host that runs the fixture app: the local one or Azure's own. */
export interface HostUnderTest {
  url: string;
  /** Everything that it logged so far. */
  output(): string;
  queue(name: string): QueueClient;
  close(): Promise<void>;
}

export async function startLocalHost(hostJson: object): Promise<HostUnderTest> {
  const host = await startFixtureHost({ hostJson });
  return {
    url: host.url,
    output: () => host.logged.map(({ message }) => message).join('\n'),
    queue: host.queue,
    close: host.close,
  };
}
