import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { bundleOptions } from '../../../local/build/build.ts';
import type { Activity } from '../../../local/chat/activity.ts';
import { countByConstructor } from './countByConstructor.ts';
import { startChild } from './startChild.ts';

/** The deployed bundle in a process of its own. */
export interface FunctionsProcess {
  /** Posts an activity as the channel does; resolves with the status. */
  post(activity: Activity): Promise<number>;
  /** Bytes. */
  readRss(): Promise<number>;
  /** Bytes, the most since the process began. */
  readPeakRss(): Promise<number>;
  /** Bytes in use, without garbage. */
  readHeap(): Promise<number>;
  /** How many objects of each constructor are alive. */
  countObjects(): Promise<Record<string, number>>;
  kill(): Promise<void>;
}

const projectDir = join(import.meta.dirname, '..', '..', '..');

/**
 * @param folder where the bundle is. The host is bundled there too: Node's own compiler for TypeScript would take its
 * part of the memory.
 */
export async function startFunctions(
  folder: string,
  env: Record<string, string>,
): Promise<FunctionsProcess> {
  const program = join(folder, 'host.mjs');
  await buildHost(program);
  const hostJson = await readFile(join(projectDir, 'host.json'), 'utf8');
  const child = startChild(program, [join(folder, 'index.mjs'), hostJson], env);
  const url = await child.nextMessage<string>();
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, so that each gets its own answer. */
  const ask = <T>(what: string, file = ''): Promise<T> => {
    const answer = last.then(() => {
      child.process.send({ what, file });
      return child.nextMessage<T>();
    });
    last = answer;
    return answer;
  };
  return {
    async post(activity) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.text();
      return response.status;
    },
    readRss: () => ask('rss'),
    readPeakRss: () => ask('peak'),
    readHeap: () => ask('heap'),
    async countObjects() {
      const file = join(folder, 'now.heapsnapshot');
      await ask('snapshot', file);
      return countByConstructor(await readFile(file, 'utf8'));
    },
    kill: child.kill,
  };
}

async function buildHost(outfile: string): Promise<void> {
  const entry = join(import.meta.dirname, 'functionsChild.ts');
  const { outExtension: _, splitting: __, outdir: ___, ...options } = bundleOptions(entry, '');
  await build({ ...options, entryPoints: [entry], outfile, sourcemap: false });
  await stop();
}
