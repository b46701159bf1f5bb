import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

export interface Exchange {
  method: string;
  /** With the query, decoded. */
  path: string;
  status: number;
  /** Heads and bodies, both ways. */
  bytes: number;
  /** Milliseconds of `performance.now()`. */
  startedAt: number;
  endedAt: number;
}

export interface CountingProxy {
  address: string;
  /** What was answered so far, in the order of the answers. */
  exchanges: readonly Exchange[];
  /** Connections that clients have opened. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * An HTTP proxy on loopback that keeps record of what passes.
 *
 * @param target the origin that it stands for
 * @param delayMs how long each answer takes at least: requests that are sent side by side then overlap
 */
export async function startCountingProxy(target: string, delayMs = 0): Promise<CountingProxy> {
  const exchanges: Exchange[] = [];
  let connections = 0;

  const server = createServer(async (incoming, outgoing) => {
    const startedAt = performance.now();
    const { method = '', url = '', headers } = incoming;
    try {
      const sent = await buffer(incoming);
      const forward = request(`${target}${url}`, { method, headers }).end(sent);
      const [[answer]] = await Promise.all([once(forward, 'response'), wait(delayMs)]);
      const received = await buffer(answer);
      const heads = [incoming.rawHeaders, answer.rawHeaders].map(lengthOfHead);
      exchanges.push({
        method,
        path: decodeURIComponent(url),
        status: answer.statusCode,
        bytes: sent.length + received.length + url.length + sumOf(heads),
        startedAt,
        endedAt: performance.now(),
      });
      outgoing.writeHead(answer.statusCode, answer.headers).end(received);
    } catch {
      outgoing.destroy();
    }
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    connections: () => connections,
    async close() {
      server.close().closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Names and values with `: ` and a line end each, and a first line of about 20 bytes beside the path. */
function lengthOfHead(raw: readonly string[]): number {
  return sumOf(raw.map((text) => text.length + 2)) + 20;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
