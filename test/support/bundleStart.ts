import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { bundleOptions } from '../../local/build/build.ts';

const entry = join(import.meta.dirname, '..', '..', 'functions', 'index.ts');

/** What the deployed bundle loads at once: the entry with all that it imports. The rest waits for a dynamic import. */
export async function readBundleStart(): Promise<{ bytes: number; sources: string[] }> {
  const options = bundleOptions(entry, 'dist');
  const { metafile } = await build({ ...options, write: false, metafile: true });
  await stop();
  const { outputs } = metafile;
  const loaded = new Set<string>();
  const visit = (path: string) => {
    const output = outputs[path];
    if (loaded.has(path) || output === undefined) return;
    loaded.add(path);
    for (const { path: next, kind } of output.imports) {
      if (kind === 'import-statement') visit(next);
    }
  };
  visit(Object.keys(outputs).find((path) => path.endsWith('/index.mjs')) ?? '');
  const files = [...loaded].flatMap((path) => outputs[path] ?? []);
  return {
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    sources: files.flatMap(({ inputs }) => Object.keys(inputs)),
  };
}
