import type { Activity } from '../../local/chat/activity.ts';
import { type DemoWorkspace, startDemoWorkspace } from '../../local/demo/demoWorkspace.ts';
import { type App, createApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import { loadConfig } from '../../src/config/config.ts';
import { aPost } from './aPost.ts';
import type { BotFramework } from './botFrameworkDouble.ts';
import { type Connector, type ConnectorOptions, startConnector } from './connectorDouble.ts';
import type { MemoryQueue } from './memoryQueue.ts';
import { openMemoryStorage } from './openMemoryStorage.ts';
import { until } from './until.ts';

/** The bot in this process, with everything around it on loopback. Its storage is memory. */
export interface InProcess {
  app: App;
  genie: DemoWorkspace;
  connector: Connector;
  storage: ReturnType<typeof openMemoryStorage>;
  /** What it logged, one JSON object each. */
  log: readonly Record<string, unknown>[];
  /** Resolves when no function works on anything. */
  settled(): Promise<void>;
  /** Posts an activity as the channel does; resolves with the status and the body. */
  post(activity: Activity): Promise<{ status: number | undefined; body: unknown }>;
  /** Stops working on the queues, as if the instance had ended; what is around it stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface InProcessOptions {
  env?: Record<string, string>;
  genie?: Parameters<typeof startDemoWorkspace>[0];
  connector?: ConnectorOptions;
  clock?: Clock;
  /** Signs what is posted, where the settings give the bot an identity. */
  framework?: BotFramework;
  /** What an earlier bot left: the same storage, Genie and channel, which that one closes. */
  after?: Pick<InProcess, 'storage' | 'genie' | 'connector'>;
}

/** Genie answers within some 50 ms here, unless it is told otherwise. */
const quick = { stageMs: 8 };

/** Waits take a 25th of their time: nobody has to be patient with this Genie. */
export const hasty: Clock = {
  now: Date.now,
  sleep: (ms, signal) => systemClock.sleep(ms / 25, signal),
};

/** How long a queue stays unwatched when it was empty; the host's own is a second. */
const queuePauseMs = 10;

export async function openInProcess(options: InProcessOptions = {}): Promise<InProcess> {
  const { after } = options;
  const [genie, connector] = await Promise.all([
    after?.genie ?? startDemoWorkspace({ ...quick, ...options.genie }),
    after?.connector ?? startConnector(options.connector),
  ]);
  const clock = options.clock ?? hasty;
  const storage = after?.storage ?? openMemoryStorage(clock);
  const log: Record<string, unknown>[] = [];
  const { framework } = options;
  const settings = loadConfig({
    AzureWebJobsStorage: 'memory',
    DATABRICKS_HOST: genie.url,
    DATABRICKS_TOKEN: genie.token,
    GENIE_QUESTIONS_PER_MINUTE: '1000',
    // Most of these tests are about what is said, not about how it comes: `test/e2e/streams.test.ts`.
    ENABLE_STREAMING: 'false',
    ...options.env,
  });
  const config = framework ? { ...settings, cloud: framework.cloud } : settings;
  const app = createApp(config, {
    clock,
    storage,
    writeLog: (_level, line) => log.push(JSON.parse(line)),
  });
  let isOpen = true;
  const running = new Set<Promise<unknown>>();
  const serve = async <T>(queue: MemoryQueue<T>, carryOut: (message: T) => Promise<void>) => {
    while (isOpen) {
      const received = await queue.receive();
      if (received === undefined) {
        await systemClock.sleep(queuePauseMs);
        continue;
      }
      // As the host does: a message whose function throws is seen again.
      const run = carryOut(received.work).then(received.complete, () => {});
      running.add(run);
      void run.finally(() => running.delete(run));
    }
  };
  const serving = Promise.all([
    serve(storage.queue, app.continueQuestion),
    serve(storage.looks, app.lookAtSubscription),
  ]);

  const stop = async () => {
    isOpen = false;
    await serving;
    await Promise.all(running);
  };

  return {
    app,
    genie,
    connector,
    storage,
    log,
    settled: () => until(() => running.size === 0).then(() => undefined),
    async post(activity) {
      const serviceUrl = connector.url;
      const token = framework?.createToken({ claims: { serviceurl: serviceUrl } });
      const { status, jsonBody, body } = await app.receiveActivity(
        aPost({ ...activity, serviceUrl }, token ? { authorization: `Bearer ${token}` } : {}),
      );
      return { status, body: jsonBody ?? body };
    },
    stop,
    async close() {
      await stop();
      if (after === undefined) await Promise.all([genie.close(), connector.close()]);
    },
  };
}
