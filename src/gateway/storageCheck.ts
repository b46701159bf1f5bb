import { isLoopback } from '../common/loopback.ts';

const cloudStorage = [
  'blob.core.windows.net',
  'dfs.core.windows.net',
  'amazonaws.com',
  'storage.googleapis.com',
];

/** Whether a result can be fetched from an address. That Genie names an address is no reason to call it. */
export type IsStorage = (url: URL) => boolean;

/**
 * @param workspace the workspace's address: one on this machine, as the demo is, may have its results here too
 * @param more hosts beyond the known clouds' storage, each with whatever lies below it
 */
export function createStorageCheck(workspace: string, more: readonly string[]): IsStorage {
  const isLocal = isLoopback(new URL(workspace).hostname);
  const known = [...cloudStorage, ...more];
  return ({ protocol, hostname }) => {
    if (isLoopback(hostname)) return isLocal && /^https?:$/.test(protocol);
    const isKnown = known.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    return protocol === 'https:' && isKnown;
  };
}
