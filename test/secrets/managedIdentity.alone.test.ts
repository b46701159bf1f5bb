import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createManagedIdentity } from '../../src/secrets/managedIdentity.ts';

const requests: URL[] = [];
// The token endpoint that App Service gives to an app.
const endpoint = createServer((request, response) => {
  requests.push(new URL(request.url ?? '', 'http://endpoint'));
  const expires_on = Math.floor(Date.now() / 1_000) + 3_600;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ access_token: 'token', expires_on, token_type: 'Bearer' }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  const { port } = endpoint.address() as AddressInfo;
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'header');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

const scope = 'https://storage.azure.com/.default';

test('asks the platform for a token of the identity with the given client ID', async () => {
  const identity = createManagedIdentity('00000000-0000-0000-0000-00000000c11e');
  expect(await identity.getToken(scope)).toMatchObject({ token: 'token' });
  const asked = requests.at(-1);
  expect(asked?.searchParams.get('client_id')).toBe('00000000-0000-0000-0000-00000000c11e');
  expect(asked?.searchParams.get('resource')).toBe('https://storage.azure.com');
});

test('asks for the system-assigned identity if there is no client ID', async () => {
  await createManagedIdentity().getToken(scope);
  expect(requests.at(-1)?.searchParams.has('client_id')).toBe(false);
});
