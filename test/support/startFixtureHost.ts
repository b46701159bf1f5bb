import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueueClient } from '@azure/storage-queue';
import { vi } from 'vitest';
import type { HostLogEntry } from '../../local/host/hostLog.ts';
import { type HostOptions, startHost } from '../../local/host/startHost.ts';
import { startAzurite } from './azurite.ts';

export interface FixtureHost {
  url: string;
  logged: HostLogEntry[];
  queue(name: string): QueueClient;
  /** What happened in the app so far. */
  events(): Promise<unknown[]>;
  /** Resolves once the app's events contain one like `event`. */
  waitForEvent(event: object): Promise<unknown[]>;
  /** Stops the host alone; `close` then stops the rest. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Runs the fixture app, as `buildFixtureApp.ts` bundled it, in the local host against an Azurite of its own. */
export async function startFixtureHost(options: Partial<HostOptions> = {}): Promise<FixtureHost> {
  const outDir = await mkdtemp(join(tmpdir(), 'fixture-app-'));
  // A copy for each host: what a module keeps, it keeps by its path.
  await cp(process.env['TEST_FIXTURE_APP'] ?? '', outDir, { recursive: true });
  const azurite = await startAzurite();
  const logged: HostLogEntry[] = [];
  const host = await startHost({
    entry: join(outDir, 'index.mjs'),
    hostJson: { extensions: { queues: { maxPollingInterval: '00:00:00.1000000' } } },
    port: 0,
    storage: azurite,
    log: (line) => logged.push(line),
    ...options,
  });

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= host.close();
    return stopped;
  };
  const events = async () => {
    const response = await fetch(`${host.url}/api/events`);
    return (await response.json()) as unknown[];
  };
  return {
    url: host.url,
    logged,
    queue: (name) => new QueueClient(azurite.connectionString, name),
    events,
    waitForEvent: (event) =>
      vi.waitFor(
        async () => {
          const list = await events();
          const text = JSON.stringify(event);
          if (!list.some((each) => JSON.stringify(each) === text)) {
            throw new Error(`No ${text} in ${JSON.stringify(list)}`);
          }
          return list;
        },
        { timeout: 8000, interval: 50 },
      ),
    stop,
    async close() {
      await stop();
      await azurite.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** A value as the app's queue messages carry it. */
export const encodeMessage = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64');
