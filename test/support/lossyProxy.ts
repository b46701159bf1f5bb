import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface LossyProxy {
  address: string;
  /** The method of each request so far, in order. */
  readonly requests: readonly string[];
  /**
   * Lets the next request with this method through, drops the connection in place of its reply, and runs `meanwhile`
   * in between: what others do before the client tries again.
   */
  loseReplyTo(method: string, meanwhile?: () => Promise<unknown>): void;
  /** Answers nothing that comes as long as that is so. */
  hang(isHanging?: boolean): void;
  /** Answers 503 to everything as long as that is so. */
  setBusy(isBusy: boolean): void;
  /** Refuses connections as long as that is so, and cuts those that are there. */
  setAway(isAway: boolean): Promise<void>;
  close(): Promise<void>;
}

/** An HTTP proxy on loopback in front of `target`, which can lose replies. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const requests: string[] = [];
  let losing: { method: string; meanwhile: () => Promise<unknown> } | undefined;
  let hanging = false;
  let busy = false;

  async function forward(incoming: IncomingMessage) {
    const body = await buffer(incoming);
    const { method = '', headers } = incoming;
    const outgoing = request(`${target}${incoming.url}`, { method, headers });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on('response', resolve).on('error', reject);
    });
    outgoing.end(body);
    const answer = await answered;
    return { answer, content: await buffer(answer) };
  }

  const server = createServer(async (incoming, outgoing) => {
    const { method = '', socket } = incoming;
    requests.push(method);
    if (hanging) return;
    if (busy) {
      incoming.resume();
      outgoing.writeHead(503).end();
      return;
    }
    const lost = losing?.method === method ? losing : undefined;
    if (lost) losing = undefined;
    try {
      const { answer, content } = await forward(incoming);
      await lost?.meanwhile();
      if (lost) socket.destroy();
      else outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
    } catch {
      socket.destroy();
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return stopped;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    loseReplyTo(method, meanwhile = async () => {}) {
      losing = { method, meanwhile };
    },
    hang(isHanging = true) {
      hanging = isHanging;
    },
    setBusy(isBusy) {
      busy = isBusy;
    },
    async setAway(isAway) {
      if (isAway) await stop();
      else await listen(port);
    },
    async close() {
      if (server.listening) await stop();
    },
  };
}
