import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import type { Binding } from './coreTypes.ts';
import type { RegisteredFunction } from './createFunctionsCore.ts';
import { createHttpHandler } from './createHttpHandler.ts';
import type { HostLog } from './hostLog.ts';
import { readHostSettings } from './hostSettings.ts';
import { isLocalRequest } from './isLocalRequest.ts';
import { loadFunctionApp } from './loadFunctionApp.ts';
import { startQueueTrigger, startTimerTrigger, type TriggerDeps } from './startTriggers.ts';

export interface HostOptions {
  /** Path of the app's bundle, such as `dist/index.mjs`. */
  entry: string;
  /** The parsed host.json. */
  hostJson: unknown;
  /** The most messages of a queue worked on at the same time; default: what host.json says. */
  workers?: number | undefined;
  /** 0 picks a free one. */
  port: number;
  storage: { connectionString: string };
  log: HostLog;
  /** Gets the requests that no function serves; false means not served here either, which gives a 404. */
  fallback?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Where else the host can be reached, such as through a tunnel. By default, it only answers to loopback names. */
  publicUrl?: string | undefined;
  /** Required from callers of functions whose `authLevel` isn't `anonymous`. Default: not required. */
  functionKey?: string;
  /** Told what each HTTP function was sent, and with which status it replied. */
  observe?: ((name: string, body: Buffer, status: number) => void) | undefined;
  clock?: Clock;
}

export interface Host {
  url: string;
  /** Stops taking requests, messages and ticks, gives running work two seconds to finish, and ends the app. */
  close(): Promise<void>;
}

const closingGraceMs = 2000;

/**
 * Runs a function app in this process the way the Azure Functions host would: HTTP, storage queue and timer triggers,
 * on the loopback interface only.
 *
 * @throws Error when the app can't be loaded, uses something the local host doesn't support, or the port is taken
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { log, clock = systemClock } = options;
  const settings = readHostSettings(options.hostJson, options.workers);
  const core = await loadFunctionApp(options.entry, log);
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  };

  const functions = core.functions.map((registered) => ({
    registered,
    trigger: findTrigger(registered),
  }));
  const handle = createHttpHandler(
    core,
    functions
      .filter(({ trigger }) => trigger.type === 'httpTrigger')
      .map(({ registered }) => registered),
    {
      routePrefix: settings.routePrefix,
      observe: options.observe,
      ...(options.functionKey !== undefined && { functionKey: options.functionKey }),
    },
  );
  const server = createServer((request, response) => {
    if (!isLocalRequest(request.headers, options.publicUrl)) {
      refuse(response);
      return;
    }
    const served = handle(request, response).then((taken) => {
      if (!taken && !options.fallback?.(request, response)) response.writeHead(404).end();
    });
    track(served).catch(() => response.destroy());
  });
  const close = async () => {
    stopping.abort();
    server.close();
    server.closeIdleConnections();
    await Promise.race([
      Promise.allSettled(running),
      wait(closingGraceMs, undefined, { ref: false }),
    ]);
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
    signal: stopping.signal,
    track,
  };
  try {
    for (const { registered, trigger } of functions) {
      if (trigger.type === 'queueTrigger') void track(startQueueTrigger(registered, trigger, deps));
      if (trigger.type === 'timerTrigger') void track(startTimerTrigger(registered, trigger, deps));
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

const knownTriggers = ['httpTrigger', 'queueTrigger', 'timerTrigger'];

function findTrigger({ metadata: { name, bindings } }: RegisteredFunction): Binding {
  const known = Object.entries(bindings).filter(
    ([key, { type }]) => knownTriggers.includes(type) || (key === '$return' && type === 'http'),
  );
  const trigger = known.find(([, { direction }]) => direction === 'in')?.[1];
  if (!trigger || known.length < Object.keys(bindings).length) {
    const types = Object.values(bindings).map(({ type }) => type);
    throw new Error(`The local host doesn’t know all bindings of ${name}: ${types.join(', ')}.`);
  }
  return trigger;
}
