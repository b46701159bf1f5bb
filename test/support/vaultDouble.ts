import dns from 'node:dns';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { vi } from 'vitest';
import { testCertificate } from './testCertificate.ts';

/** As if it were below `vault.azure.net`: the SDK checks that the resource it gets a token for is the vault's own. */
const domain = 'vault.test';
const hostname = `unit.${domain}`;

export interface VaultDouble {
  readonly uri: string;
  /** What the vault holds, by name. */
  readonly secrets: Map<string, string>;
  /** The `authorization` of every read, in order; undefined for one without. */
  readonly reads: readonly (string | undefined)[];
  close(): Promise<void>;
}

/**
 * A Key Vault on loopback, by TLS and with the challenge that the SDK answers. For this process its name resolves and
 * its certificate is trusted, until it is closed.
 */
export async function startVaultDouble(): Promise<VaultDouble> {
  const secrets = new Map<string, string>();
  const reads: (string | undefined)[] = [];
  const server = createServer(testCertificate, (request, response) => {
    const { authorization } = request.headers;
    reads.push(authorization);
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    if (!authorization) {
      const challenge = `Bearer authorization="https://login.test/tenant", resource="https://${domain}"`;
      return reply(401, {}, { 'www-authenticate': challenge });
    }
    const name = /^\/secrets\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
    const value = secrets.get(name);
    if (value === undefined) return reply(404, { error: { code: 'SecretNotFound' } });
    return reply(200, { value, id: `${uri}/secrets/${name}/1`, attributes: { enabled: true } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const uri = `https://${hostname}:${(server.address() as AddressInfo).port}`;

  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, testCertificate.cert]);
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    options: { all?: boolean },
    done: (error: null, address: unknown, family?: number) => void,
  ) => {
    if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  }) as unknown as typeof dns.lookup);

  return {
    uri,
    secrets,
    reads,
    async close() {
      lookup.mockRestore();
      tls.setDefaultCACertificates(trusted);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
