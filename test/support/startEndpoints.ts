import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServingDouble, startServingDouble } from './servingDouble.ts';

export interface Endpoints {
  /** The workspace's address: that of Genie, and of the endpoints. */
  readonly url: string;
  readonly serving: ServingDouble;
  /** Where everything goes that isn't for the endpoints. */
  sendRestTo(url: string): void;
  close(): Promise<void>;
}

const forEndpoints = /^\/(?:serving-endpoints|api\/2\.0\/serving-endpoints|api\/3\.0\/mlflow)\//;

/** One address for the double of serving endpoints and another workspace. */
export async function startEndpoints(...names: string[]): Promise<Endpoints> {
  const serving = await startServingDouble();
  for (const name of names) serving.endpoint(name);
  let rest = serving.url;
  const server = createServer((incoming, response) => {
    const { method, url = '', headers } = incoming;
    const target = forEndpoints.test(url) ? serving.url : rest;
    const outgoing = request(new URL(url, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => response.destroy());
    // A caller who hangs up ends the call behind it.
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serving,
    sendRestTo(url) {
      rest = url;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await serving.close();
    },
  };
}
