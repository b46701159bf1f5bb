import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildFunctions } from '../../../local/build/build.ts';
import { type Host, startHost } from '../../../local/host/startHost.ts';
import { workspaceHostJson } from '../../../local/verify/workspace/packageWorkspace.ts';

const source = '../../../local/verify/workspace/functionApp.ts';

describe('the demo workspace as a function app', () => {
  let outDir: string;
  const hosts: Host[] = [];
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'workspace-'));
    const entry = join(import.meta.dirname, source);
    await buildFunctions({ entry, outDir: join(outDir, 'built') });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all(hosts.map((host) => host.close()));
    await rm(outDir, { recursive: true });
  });

  /** Calls a workspace that was started with this token. */
  async function call(token: string, path: string, authorization?: string): Promise<number> {
    vi.stubEnv('WORKSPACE_TOKEN', token);
    // A copy for each host: what a module keeps, it keeps by its path.
    const copy = join(outDir, `copy-${hosts.length}`);
    await cp(join(outDir, 'built'), copy, { recursive: true });
    const host = await startHost({
      entry: join(copy, 'index.mjs'),
      hostJson: workspaceHostJson,
      port: 0,
      storage: { connectionString: '' },
      log: () => undefined,
    });
    hosts.push(host);
    const headers = authorization ? { authorization } : {};
    return (await fetch(`${host.url}${path}`, { headers })).status;
  }

  const token = `demo-${'0123456789ab'.repeat(4)}`;
  const spaces = '/api/2.0/genie/spaces';

  it('serves nothing without a token of its own, or with one that can be guessed', async () => {
    expect(await call('', spaces, 'Bearer ')).toBe(500);
    expect(await call('secret', spaces, 'Bearer secret')).toBe(500);
  });

  it('answers who has the token, and no one else', async () => {
    expect(await call(token, spaces, `Bearer ${token}`)).toBe(200);
    expect(await call(token, spaces)).toBe(401);
    expect(await call(token, spaces, 'Bearer another')).toBe(401);
    expect(await call(token, '/', 'Bearer another')).toBe(401);
    expect(await call(token, '/external-results/result.csv?sig=x')).toBe(403);
  });
});
