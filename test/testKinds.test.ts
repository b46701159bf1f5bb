import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImports, root } from './support/readImports.ts';

/** From the one that costs least to the one that costs most; each may start what those before it may. */
const kinds = ['core', 'alone', 'contract', 'system'] as const;
type Kind = (typeof kinds)[number];

/** What a test must be called when it reaches such a file or package, by whatever way. */
const needs: [kind: Kind, isMet: (path: string, text: string) => boolean][] = [
  ['system', (path) => /^(?:node:(?:child_process|cluster)|esbuild|playwright-core)$/.test(path)],
  ['contract', (_path, text) => /azurite\/dist\//.test(text)],
  // MSAL keeps the first address of the identity for as long as the process lives.
  ['alone', (_path, text) => /stubEnv\('IDENTITY_ENDPOINT'/.test(text)],
];

const kindOf = (path: string) => kinds.find((kind) => path.endsWith(`.${kind}.test.ts`)) ?? 'core';

/** A test with all that it loads: our own files, and the names of packages. Types are not loaded. */
function reachedFrom(test: string): Set<string> {
  const reached = new Set<string>();
  const follow = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    if (!path.endsWith('.ts') || !existsSync(join(root, path))) return;
    for (const { to, typeOnly } of readImports(path)) if (!typeOnly) follow(to);
  };
  follow(test);
  return reached;
}

function neededKind(test: string): Kind {
  const reached = [...reachedFrom(test)].map((path): [string, string] => [
    path,
    path.endsWith('.ts') ? readFileSync(join(root, path), 'utf8') : '',
  ]);
  return needs.find(([, isMet]) => reached.some((file) => isMet(...file)))?.[0] ?? 'core';
}

describe('the name of a test file', () => {
  const tests = globSync('test/**/*.test.ts', { cwd: root }).map((path) => ({
    path,
    kind: kindOf(path),
    needed: neededKind(path),
  }));

  it('is there for each kind', () => {
    expect(new Set(tests.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it.each(kinds)('says %s where nothing that it loads costs more or less', (kind) => {
    const strays = tests.filter((test) => test.kind === kind && test.needed !== kind);
    expect(strays).toEqual([]);
  });
});
