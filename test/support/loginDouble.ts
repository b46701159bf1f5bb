import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import tls from 'node:tls';
import { vi } from 'vitest';
import { testCertificate } from './testCertificate.ts';

export interface LoginRequest {
  host: string | undefined;
  path: string | undefined;
  /** The form that was sent. */
  form: Record<string, string>;
}

export interface LoginDouble {
  requests: readonly LoginRequest[];
  /** The token that everybody gets. */
  token: string;
  close(): Promise<void>;
}

/**
 * Entra's login on loopback, by TLS. Until it is closed, whatever this process sends by Node's ordinary agent arrives
 * here, whichever host it is for.
 */
export async function startLoginDouble(): Promise<LoginDouble> {
  const requests: LoginRequest[] = [];
  const token = 'token-of-the-login-double';
  const server = https.createServer(testCertificate, async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    requests.push({ host: request.headers.host, path: request.url, form });
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ access_token: token, expires_in: 3600, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = https.globalAgent as https.Agent & { createConnection: () => tls.TLSSocket };
  const connect = vi.spyOn(agent, 'createConnection').mockImplementation(() =>
    tls.connect({
      host: '127.0.0.1',
      port,
      ca: testCertificate.cert,
      servername: 'login.test',
    }),
  );
  return {
    requests,
    token,
    async close() {
      connect.mockRestore();
      https.globalAgent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
