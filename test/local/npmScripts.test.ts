import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const docs = globSync(['*.md', 'docs/*.md'], { cwd: root })
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
const named = new Set([...docs.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));

describe('what the documents tell a person to run', () => {
  it.each([...named])('npm run %s is there, and installs what is missing first', (name) => {
    expect(scripts[name]).toBeDefined();
    expect(scripts[`pre${name}`]).toBe('node local/ensureInstalled.mjs');
  });

  it('is never Node itself: npm runs Node 24, the machine may have 20', () => {
    expect(docs.match(/(?:^|`)node [\w/.-]+\.(?:ts|mjs).*/gm)).toBeNull();
  });
});
