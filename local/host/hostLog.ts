import type { CoreLogLevel } from './coreTypes.ts';

export interface HostLogEntry {
  level: CoreLogLevel;
  /** `function`: what a function logged; `host`: the host's own messages. */
  source: 'function' | 'host';
  message: string;
  functionName?: string;
}

export type HostLog = (entry: HostLogEntry) => void;
