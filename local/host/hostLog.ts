import type { CoreLogLevel } from './coreTypes.ts';

export interface HostLogEntry {
  level: CoreLogLevel;
  /** The real host's name for where the line comes from; the levels in host.json go by it. */
  category: string;
  /** `function`: what a function logged; `host`: the host's own messages. */
  source: 'function' | 'host';
  message: string;
  functionName?: string;
}

export type HostLog = (entry: HostLogEntry) => void;
