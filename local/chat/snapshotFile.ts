import { readFileSync, renameSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';

export interface SnapshotFile {
  /** Resolves once what `read` returned after this call is on disk. Calls meanwhile share one write. */
  save(): Promise<void>;
}

/** A file that always holds one whole state as JSON: it is written beside and put in place at once. */
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
 * What the file holds, or `undefined` where there is none. One that `parse` cannot take is set aside as `<path>.broken`
 * with a warning, so that it does not stop every start from now on.
 */
export function loadSnapshot<T>(path: string, parse: (value: unknown) => T): T | undefined {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    renameSync(path, `${path}.broken`);
    process.emitWarning(
      `${path} cannot be read. It is kept as ${path}.broken; the chat starts anew.`,
    );
    return undefined;
  }
}
