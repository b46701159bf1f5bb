import type { CoreLogLevel } from './coreTypes.ts';

export interface HostLogEntry {
  level: CoreLogLevel;
  /** `function`: what a function logged; `host`: what the host itself has to say. */
  source: 'function' | 'host';
  message: string;
  functionName?: string;
}

export type HostLog = (entry: HostLogEntry) => void;
