import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { VaultSecret } from '../../src/secrets/databricksAuth.ts';
import { createTokenSource } from '../../src/secrets/databricksTokens.ts';
import { readVaultSecret } from '../../src/secrets/readVaultSecret.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { startVaultDouble, type VaultDouble } from '../support/vaultDouble.ts';

/** The real SDKs, against a managed identity and a vault on loopback. */
describe('a secret in Key Vault', () => {
  let identity: ScriptedServer;
  let vault: VaultDouble;

  beforeAll(async () => {
    identity = await startScriptedServer();
    vault = await startVaultDouble();
    const expires_on = Math.floor(Date.now() / 1000) + 3600;
    identity.otherwise({ body: { access_token: 'identity', expires_on, token_type: 'Bearer' } });
    vi.stubEnv('IDENTITY_ENDPOINT', `${identity.url}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'proof');
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await vault.close();
    await identity.close();
  });

  const secretNamed = (secretName: string): VaultSecret => ({
    kind: 'key-vault',
    vaultUri: vault.uri,
    secretName,
    identityClientId: 'client-v',
  });

  it('is read with the managed identity, and loses the line end it was pasted with', async () => {
    vault.secrets.set('databricks-token', 'dapi-1\n');
    expect(await readVaultSecret(secretNamed('databricks-token'))).toBe('dapi-1');
    expect(vault.reads.at(-1)).toBe('Bearer identity');
    expect(identity.requests[0]?.url).toContain('client_id=client-v');
  });

  it.each([
    ['is not there', undefined],
    ['is blank', ' \n'],
  ])('is unavailable if it %s', async (_what, value) => {
    if (value !== undefined) vault.secrets.set('odd', value);
    await expect(readVaultSecret(secretNamed('odd'))).rejects.toMatchObject({
      code: 'secret-unavailable',
      message: expect.stringContaining('odd'),
    });
  });

  it('is reread every ten minutes as a token, and after it was refused', async () => {
    vault.secrets.set('rotated', 'dapi-1');
    const clock = createFakeClock();
    const tokens = createTokenSource(secretNamed('rotated'), { clock });
    expect(await tokens.getToken()).toBe('dapi-1');

    vault.secrets.set('rotated', 'dapi-2');
    await clock.advance(10 * 60_000 - 1);
    expect(await tokens.getToken()).toBe('dapi-1');
    await clock.advance(1);
    expect(await tokens.getToken()).toBe('dapi-2');

    vault.secrets.set('rotated', 'dapi-3');
    tokens.invalidate('dapi-2');
    expect(await tokens.getToken()).toBe('dapi-3');

    vault.secrets.delete('rotated');
    await clock.advance(24 * 3_600_000);
    expect(await tokens.getToken()).toBe('dapi-3');
  });

  it('can be the secret of an OAuth client', async () => {
    await using workspace = await startScriptedServer();
    vault.secrets.set('client-secret', 'from-vault');
    const clock = createFakeClock();
    const tokens = createTokenSource(
      {
        kind: 'oauth-m2m',
        host: workspace.url,
        clientId: 'c',
        secret: secretNamed('client-secret'),
      },
      { clock },
    );
    workspace.next(
      { body: { token_endpoint: `${workspace.url}/oidc/v1/token` } },
      { body: { access_token: 't1', expires_in: 3600 } },
    );
    expect(await tokens.getToken()).toBe('t1');
    const basic = Buffer.from('c:from-vault').toString('base64');
    expect(workspace.requests[1]?.headers.authorization).toBe(`Basic ${basic}`);
  });
});

it('a token in the settings is used as it is', async () => {
  const tokens = createTokenSource(
    { kind: 'static', token: 'dapi-0' },
    { clock: createFakeClock() },
  );
  expect(await tokens.getToken()).toBe('dapi-0');
  tokens.invalidate('dapi-0');
  expect(await tokens.getToken()).toBe('dapi-0');
});
