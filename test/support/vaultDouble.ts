import { execFileSync } from 'node:child_process';
import dns from 'node:dns';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { vi } from 'vitest';

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
  const { key, cert } = createCertificate();

  const server = createServer({ key, cert }, (request, response) => {
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
  tls.setDefaultCACertificates([...trusted, cert]);
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

/** A certificate of a day for the vault's name. Node can check certificates but not make them. */
function createCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const subject = ['-subj', `/CN=${hostname}`, '-addext', `subjectAltName=DNS:${hostname}`];
    const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const output = ['-nodes', '-days', '1', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request, ...subject, ...output], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
