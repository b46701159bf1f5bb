import { isLoopback } from '../common/loopback.ts';

const cloudStorage = [
  'blob.core.windows.net',
  'dfs.core.windows.net',
  'amazonaws.com',
  'storage.googleapis.com',
];

/** Whether a result can be fetched from an address. Genie's word alone isn't reason enough to call any host. */
export type IsStorage = (url: URL) => boolean;

/**
 * @param workspace the workspace's address: one on this machine, such as the demo, can have its results here too
 * @param more hosts besides the known clouds' storage, each with its subdomains
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
