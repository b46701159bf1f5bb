import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import type { Env } from '../../src/config/settings.ts';
import { createAdmin } from './createAdmin.ts';
import { createHttpHandler } from './createHttpHandler.ts';
import { describeError } from './describeError.ts';
import { findTrigger } from './findTrigger.ts';
import type { HostLog } from './hostLog.ts';
import { readHostSettings } from './hostSettings.ts';
import { isLocalRequest } from './isLocalRequest.ts';
import { loadFunctionApp } from './loadFunctionApp.ts';
import { filterLog } from './logLevels.ts';
import { overrideSettings } from './overrideSettings.ts';
import { StorageLostError, usualRetryMs } from './queue/pollQueue.ts';
import { exceededLimit, maxHeaderSize } from './requestLimits.ts';
import { startQueueTrigger, startTimerTrigger, type TriggerDeps } from './startTriggers.ts';
import { createWorkTracker } from './trackWork.ts';

export interface HostOptions {
  /** Path of the app's bundle, such as `dist/index.mjs`. */
  entry: string;
  /** The parsed host.json. */
  hostJson: unknown;
  /** The app settings, among which those named `AzureFunctionsJobHost__…` override host.json. */
  env?: Env;
  /** The most messages of a queue worked on at the same time; default: what host.json says. */
  workers?: number | undefined;
  /** 0 picks a free one. */
  port: number;
  storage: { connectionString: string };
  /** Gets the lines that host.json lets through. */
  log: HostLog;
  /** Gets the requests that no function serves; false means not served here either, which gives a 404. */
  fallback?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** WebSockets, which no function can serve. */
  sockets?: SocketTaker | undefined;
  /** Where else the host can be reached, such as through a tunnel. By default, it only answers to loopback names. */
  publicUrl?: string | undefined;
  /** Opens functions whose `authLevel` isn't `anonymous`. Without one they are open to all. */
  functionKey?: string | undefined;
  /** Opens these too, and `/admin`, which isn't there without it. */
  masterKey?: string | undefined;
  /** How long running work can take to finish when the host closes. Default: 2 s; the real host's is 10 s. */
  closingGraceMs?: number | undefined;
  /** Called once where the real host would end its process: storage can't be reached, or refuses. */
  onStorageLost?: (error: StorageLostError) => void;
  /** The pause after the first failed try to reach storage; the sixth ends the host. Default: the real host's. */
  storageRetryMs?: number | undefined;
  /** Told what each HTTP function was sent, and with which status it replied. */
  observe?: ((name: string, body: Buffer, status: number) => void) | undefined;
  clock?: Clock;
}

interface SocketTaker {
  /** Whether a request to upgrade is for these. Any other is answered as if it had asked for no upgrade. */
  takes(request: IncomingMessage): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface Host {
  url: string;
  /** Stops taking requests, messages and ticks, gives running work its time to finish, and ends the app. */
  close(): Promise<void>;
}

/**
 * Runs a function app in this process the way the Azure Functions host would: HTTP, storage queue and timer triggers,
 * on the loopback interface only. docs/local-host.md says what differs.
 *
 * @throws Error when the app can't be loaded, uses something the local host doesn't support, or the port is taken
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { clock = systemClock, masterKey, closingGraceMs = 2000, workers } = options;
  const hostJson = overrideSettings(options.hostJson, options.env ?? {});
  const settings = readHostSettings(hostJson, { workers });
  const log = filterLog(options.log, settings.logLevels);
  const core = await loadFunctionApp(options.entry, log);
  const listening = new AbortController();
  const runs = createWorkTracker();
  const loops = createWorkTracker();

  const functions = core.functions.map((registered) => ({
    registered,
    trigger: findTrigger(registered),
  }));
  const handle = createHttpHandler(
    core,
    functions
      .filter(({ trigger }) => trigger.type === 'httpTrigger')
      .map(({ registered }) => registered),
    { ...options, routePrefix: settings.routePrefix },
  );
  const administer =
    masterKey === undefined
      ? undefined
      : createAdmin({
          masterKey,
          drain: () => listening.abort(),
          look: () => ({
            isDraining: listening.signal.aborted,
            outstandingInvocations: runs.count,
          }),
        });
  const { sockets } = options;
  const shouldUpgradeCallback = (request: IncomingMessage) => sockets?.takes(request) ?? false;
  const server = createServer({ maxHeaderSize, shouldUpgradeCallback }, (request, response) => {
    const refusal = exceededLimit(request);
    if (refusal) {
      response.writeHead(refusal, { connection: 'close' }).end();
      return;
    }
    if (!isLocalRequest(request.headers, options.publicUrl)) {
      refuse(response);
      return;
    }
    if (administer?.(request, response)) return;
    const served = handle(request, response).then((isTaken) => {
      if (!isTaken && !options.fallback?.(request, response)) response.writeHead(404).end();
    });
    runs.track(served).catch((error: unknown) => {
      // A client that left in the middle of its body is no error of ours.
      if (request.complete) core.report('error', 'Host.General', describeError(error));
      response.destroy();
    });
  });
  if (sockets) server.on('upgrade', sockets.take);
  const close = async () => {
    listening.abort();
    server.close();
    server.closeIdleConnections();
    await Promise.all([runs.settle(closingGraceMs), loops.settle(closingGraceMs)]);
    server.closeAllConnections();
    await core.runHooks('appTerminate', { hookData: {} });
  };

  await core.runHooks('appStart', { hookData: {} });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const deps: TriggerDeps = {
    core,
    connectionString: options.storage.connectionString,
    queues: settings.queues,
    clock,
    signal: listening.signal,
    retryMs: options.storageRetryMs ?? usualRetryMs,
    track: runs.track,
  };
  const end = (error: unknown) => {
    if (!(error instanceof StorageLostError)) throw error;
    if (listening.signal.aborted) return;
    listening.abort();
    core.report(
      'error',
      'Host.General',
      `An unhandled exception has occurred. Host is shutting down. ${describeError(error)}`,
    );
    options.onStorageLost?.(error);
  };
  try {
    for (const { registered, trigger } of functions) {
      const { type } = trigger;
      if (type === 'queueTrigger') {
        void loops.track(startQueueTrigger(registered, trigger, deps)).catch(end);
      }
      if (type === 'timerTrigger') void loops.track(startTimerTrigger(registered, trigger, deps));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close };
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    .end('This bot only answers to localhost, and to the address in PUBLIC_BASE_URL.\n');
}
