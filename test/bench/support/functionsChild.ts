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
