import type { CoreLogLevel } from './coreTypes.ts';
import type { HostLog } from './hostLog.ts';

const severity = {
  trace: 0,
  debug: 1,
  information: 2,
  warning: 3,
  error: 4,
  critical: 5,
  none: 6,
} satisfies Record<CoreLogLevel | 'none', number>;

export type LogLevelName = keyof typeof severity;
export const logLevelNames = Object.keys(severity) as LogLevelName[];

/** Rules of host.json's `logging.logLevel`: the beginning of a category, or `default`, and the lowest level it logs. */
export type LogLevels = Readonly<Record<string, LogLevelName>>;

/** The real host's own default for what a function app logs. */
const usual: LogLevelName = 'information';

/**
 * Passes on what the real host would keep. As .NET chooses it, the rule with the longest name that the category begins
 * with decides, whatever the letter case, and otherwise `default`.
 */
export function filterLog(log: HostLog, levels: LogLevels): HostLog {
  const rules = Object.entries(levels)
    .map(([name, level]) => ({ name: name.toLowerCase(), level }))
    .toSorted((a, b) => b.name.length - a.name.length);
  const fallback = rules.find(({ name }) => name === 'default')?.level ?? usual;
  const lowestFor = (category: string) =>
    rules.find(({ name }) => category.toLowerCase().startsWith(name))?.level ?? fallback;
  return (entry) => {
    if (severity[entry.level] >= severity[lowestFor(entry.category)]) log(entry);
  };
}
