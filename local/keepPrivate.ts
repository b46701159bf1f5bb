import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a bot puts into its data folder. The folder can hold other things too, and those stay as they are. */
const ours = /^(?:storage|cli|(?:genie|chat)(?:-\d+)?\.json.*)$/;

const stickyBit = 0o1000;
const ownersBits = 0o700;

/**
 * Creates the data folder if it's missing, and takes everyone else's access to it and to what earlier versions left in
 * it. A folder that is there for everyone, such as `/tmp`, stays so; only the bot's part of it is closed.
 *
 * @param warn gets a sentence if the system refuses
 */
export async function keepPrivate(dataDir: string, warn: (message: string) => void): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: ownersBits });
  const paths = [dataDir, ...(await findOurs(dataDir))];
  const outcomes = await Promise.allSettled(paths.map(closeToOthers));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected' && !isGone(outcome));
  if (failed?.status !== 'rejected') return;
  warn(
    `Other people on this computer might be able to read ${dataDir}: ${failed.reason.message}. Set LOCAL_DATA_DIR to a folder of your own.`,
  );
}

async function findOurs(dataDir: string): Promise<string[]> {
  const top = await readdir(dataDir, { withFileTypes: true });
  const found = top.filter(({ name }) => ours.test(name));
  const inside = await Promise.all(
    found
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => readdir(join(dataDir, name), { recursive: true, withFileTypes: true })),
  );
  return [...found, ...inside.flat()]
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function closeToOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0 || (mode & stickyBit) !== 0) return;
  await chmod(path, mode & ownersBits);
}

/** Another instance that uses the folder replaces its files. */
const isGone = ({ reason }: PromiseRejectedResult) => reason?.code === 'ENOENT';
