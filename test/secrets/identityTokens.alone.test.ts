import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTokenSource } from '../../src/secrets/databricksTokens.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';

/** What App Service and Functions put beside the app. `@azure/identity` keeps the first address that it sees. */
let identity: ScriptedServer;

beforeAll(async () => {
  identity = await startScriptedServer();
  vi.stubEnv('IDENTITY_ENDPOINT', `${identity.url}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'proof');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await identity.close();
});

const databricks = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d';
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

it('asks the app’s identity endpoint for a token for Databricks', async () => {
  identity.next({ body: { access_token: 'msi 1', expires_on: inAnHour(), token_type: 'Bearer' } });
  const clock = createFakeClock({ now: Date.now() });
  const tokens = createTokenSource({ kind: 'azure-msi', clientId: 'client-a' }, { clock });
  expect(await tokens.getToken()).toBe('msi 1');
  expect(await tokens.getToken()).toBe('msi 1');

  expect(identity.requests).toHaveLength(1);
  const url = new URL(identity.requests[0]?.url ?? '', identity.url);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    resource: databricks,
    client_id: 'client-a',
  });
  expect(identity.requests[0]?.headers['x-identity-header']).toBe('proof');
});

it('a missing identity means that the secret is unavailable', async () => {
  identity.otherwise({ status: 400, body: { statusCode: 400, message: 'no such identity' } });
  const clock = createFakeClock({ now: Date.now() });
  const tokens = createTokenSource({ kind: 'azure-msi', clientId: 'client-b' }, { clock });
  await expect(tokens.getToken()).rejects.toMatchObject({
    name: 'AppError',
    code: 'secret-unavailable',
    cause: expect.any(Error),
  });
});
