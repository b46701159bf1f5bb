import { deployments } from './deployments.ts';
import { hashSources } from './hashSources.ts';
import type { OpenTemplates } from './openTemplates.ts';

/** The names of all files that {@link takeSnapshots} makes. */
export const snapshotFiles = [
  'sources.json',
  'template.json',
  ...Object.keys(deployments).map((name) => `${name}.json`),
];

/** All that is committed beside this file: the compiled template, what each deployment creates, what they are made of. */
export async function takeSnapshots(templates: OpenTemplates): Promise<Map<string, string>> {
  const { template } = await templates.compile();
  const texts = new Map<string, unknown>([
    ['sources.json', hashSources()],
    ['template.json', withoutVersions(JSON.parse(template))],
  ]);
  for (const name of Object.keys(deployments)) {
    texts.set(`${name}.json`, sortOutputs(JSON.parse(await templates.snapshot(name))));
  }
  return new Map([...texts].map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]));
}

/** The compiler signs each template with its own version and a hash: they would change in every file each time. */
function withoutVersions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVersions);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== '_generator');
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutVersions(each)]));
}

/** The compiler writes them in another order each time. */
function sortOutputs<T extends { outputs: Record<string, unknown> }>(snapshot: T): T {
  const sorted = Object.entries(snapshot.outputs).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...snapshot, outputs: Object.fromEntries(sorted) };
}
