import { readFileSync, renameSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';

export interface SnapshotFile {
  /** Resolves once what `read` returned after this call is on disk. Calls meanwhile share one write. */
  save(): Promise<void>;
}

/**
 * A file that always holds one complete state as JSON: each version is written next to it and moved into place at once.
 */
export function createSnapshotFile(path: string, read: () => unknown): SnapshotFile {
  const beside = `${path}.new`;
  const write = async () => {
    await writeFile(beside, JSON.stringify(read()), { mode: 0o600 });
    await rename(beside, path);
  };

  let last: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  return {
    save() {
      if (!queued) {
        queued = last
          .catch(() => undefined)
          .then(() => {
            queued = undefined;
            return write();
          });
        last = queued;
      }
      return queued;
    },
  };
}

/**
 * What the file holds, or `undefined` if there is none. A file that `parse` can't read is set aside as `<path>.broken`
 * with a warning, so that it doesn't block every later start.
 */
export function loadSnapshot<T>(path: string, parse: (value: unknown) => T): T | undefined {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    renameSync(path, `${path}.broken`);
    process.emitWarning(
      `${path} can’t be read. It’s kept as ${path}.broken, and the chat starts without its history.`,
    );
    return undefined;
  }
}
