import { readFileSync } from 'node:fs';
import { writeHeapSnapshot } from 'node:v8';
import { startHost } from '../../../local/host/startHost.ts';

// The function app alone in a process, as in Azure: nothing here but the host and the bundle, which is the first
// argument. The second is host.json.

const [entry = '', hostJson = ''] = process.argv.slice(2);
const host = await startHost({
  entry,
  hostJson: JSON.parse(hostJson),
  port: 0,
  storage: { connectionString: process.env['AzureWebJobsStorage'] ?? '' },
  log: ({ source, message }) => source !== 'function' && console.error(message),
});

const answers: Record<string, (file: string) => unknown> = {
  rss: () => process.memoryUsage().rss,
  // Linux keeps the highest. `process.resourceUsage()` has one too, but it begins with that of the process which forked.
  peak: () => {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
  },
  heap: () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
  snapshot: (file) => writeHeapSnapshot(file),
};
process.on('message', ({ what, file }: { what: string; file: string }) =>
  process.send?.(answers[what]?.(file)),
);
process.on('disconnect', () => process.exit());
process.send?.(host.url);
