import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../src/common/parseJson.ts';
import { activityRule } from './activityRules.ts';
import { genieRule } from './genieRules.ts';
import { createPlaceholders } from './placeholders.ts';
import type { Rule, Scope } from './rules.ts';

export interface Fixture {
  /** Which parser it's for: `activity`, or a kind of answer of Genie's. */
  kind: string;
  /** Of an error. */
  status?: number;
  body: unknown;
}

export interface GenieReply {
  method: string;
  /** Below `/api/2.0/genie/`. */
  path: string;
  status: number;
  body: string;
}

export interface Recorder {
  addActivity(body: string): void;
  addReply(reply: GenieReply): void;
  /** What was recorded so far. Nothing else is in memory: values are replaced as they come. */
  readonly fixtures: readonly Fixture[];
  /** The fields that were left out, and those that had an unknown word. */
  readonly strange: ReadonlySet<string>;
  /** Writes a file for each fixture into a new folder in `dir`, and returns the folder; none if there are no fixtures. */
  write(dir: string): Promise<string | undefined>;
}

/** A longer session shows nothing new, and who contributes it should be able to look through it. */
const mostFixtures = 300;

/** Records a session. Whatever looks the same once values are replaced is kept once. */
export function createRecorder(): Recorder {
  const strange = new Set<string>();
  const scope: Scope = {
    placeholders: createPlaceholders(),
    onStrange: (path) => strange.add(path),
  };
  const fixtures = new Map<string, Fixture>();

  const add = (kind: string, rule: Rule, text: string, more: { status?: number } = {}) => {
    const json = parseJson(text);
    if (typeof json !== 'object' || json === null || fixtures.size >= mostFixtures) return;
    const fixture = { kind, ...more, body: rule(json, scope, kind) };
    fixtures.set(JSON.stringify(fixture), fixture);
  };

  return {
    addActivity: (body) => add('activity', activityRule, body),
    addReply({ method, path, status, body }) {
      const found = genieRule(method, path, status);
      if (found) add(found.kind, found.rule, body, status >= 400 ? { status } : {});
    },
    get fixtures() {
      return [...fixtures.values()];
    },
    strange,
    async write(dir) {
      if (fixtures.size === 0) return undefined;
      const folder = join(dir, await freeName(dir));
      await mkdir(folder, { recursive: true });
      for (const [at, fixture] of [...fixtures.values()].entries()) {
        const name = `${String(at + 1).padStart(3, '0')}-${fixture.kind}.json`;
        await writeFile(join(folder, name), `${JSON.stringify(fixture, null, 2)}\n`);
      }
      return folder;
    },
  };
}

async function freeName(dir: string): Promise<string> {
  const taken = new Set(await readdir(dir).catch(() => []));
  for (let n = 1; ; n += 1) if (!taken.has(`session-${n}`)) return `session-${n}`;
}
