import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { infraDir } from '../infraDir.ts';

/** What the snapshots are made of. */
const sources = [
  '.bicep-version',
  'bicepconfig.json',
  'main.{bicep,bicepparam}',
  'modules/*.bicep',
  'alerts/*.kql',
  'workbook.json',
  '../test/infra/snapshots/deployments.ts',
];

/** A hash of each file that the snapshots are made of: without a compiler, that's how a stale one is noticed. */
export function hashSources(): Record<string, string> {
  const paths = sources.flatMap((pattern) => globSync(pattern, { cwd: infraDir }));
  return Object.fromEntries(
    paths
      .map(toSlashes)
      .toSorted()
      .map((path) => [path, hashOf(path)]),
  );
}

const toSlashes = (path: string) => path.replaceAll('\\', '/');

function hashOf(path: string): string {
  const text = readFileSync(join(infraDir, path), 'utf8');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
