import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';

const root = join(import.meta.dirname, '..', '..');

/** A regular expression in our sources. */
export interface Pattern {
  path: string;
  line: number;
  source: string;
  flags: string;
}

/** Every regular expression that stands in what is deployed, and where one is put together from texts. */
export function listPatterns(): { patterns: Pattern[]; composed: string[] } {
  const patterns: Pattern[] = [];
  const composed: string[] = [];
  for (const path of globSync('{functions,src}/**/*.ts', { cwd: root }).sort()) {
    // Types become spaces, so that the lines stay the same.
    const code = stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'));
    for (const node of nodesIn(
      parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true }),
    )) {
      const line = node.loc?.start.line ?? 0;
      const { regex, callee } = node as NodeFields;
      if (regex) patterns.push({ path, line, source: regex.pattern, flags: regex.flags });
      if (callee?.name === 'RegExp') composed.push(path);
    }
  }
  return { patterns, composed };
}

interface NodeFields extends Node {
  /** Of a literal. */
  regex?: { pattern: string; flags: string };
  /** Of a call, or of what `new` makes. */
  callee?: { name?: string };
}

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) yield value as Node;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}
