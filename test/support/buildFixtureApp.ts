import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../local/build/build.ts';

/** Vitest calls this once before the tests of the host, which all run the same small app, and what it returns at the end. */
export default async function buildFixtureApp(): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'fixture-app-'));
  await buildFunctions({ entry: join(import.meta.dirname, 'fixtureApp', 'index.ts'), outDir });
  process.env['TEST_FIXTURE_APP'] = outDir;
  return () => rm(outDir, { recursive: true });
}
