import { tmpdir } from 'node:os';
import type { Trial } from '../../../local/verify/trial.ts';
import { createAzureDouble } from './azureDouble.ts';

/** A trial whose waits take no time, though its clock says that they did. */
export function aTrial(overrides: Partial<Trial> = {}): Trial {
  let now = Date.UTC(2026, 10, 28);
  return {
    az: createAzureDouble().az,
    fetch: () => Promise.reject(new Error('Nothing is there.')),
    clock: {
      now: () => now,
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        now += ms;
      },
    },
    signal: new AbortController().signal,
    folder: tmpdir(),
    resourceGroup: 'rg-try',
    name: 'tryabcde',
    secrets: new Set(),
    ...overrides,
  };
}
