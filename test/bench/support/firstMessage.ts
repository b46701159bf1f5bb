import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHost } from '../../../local/host/startHost.ts';
import { aMessage } from '../../support/activities.ts';

// Prints how many milliseconds after the start of this process the first message is acknowledged.

const [entry = '', serviceUrl = ''] = process.argv.slice(2);
const hostJson = join(import.meta.dirname, '..', '..', '..', 'host.json');
const { url } = await startHost({
  entry,
  hostJson: JSON.parse(await readFile(hostJson, 'utf8')),
  port: 0,
  storage: { connectionString: process.env['AzureWebJobsStorage'] ?? '' },
  log: () => {},
});
const { status } = await fetch(`${url}/api/messages`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(aMessage({ text: 'Revenue by region', serviceUrl })),
});
if (status !== 200) throw new Error(`Answered with ${status}`);
process.stdout.write(String(Date.now() - performance.timeOrigin));
process.exit();
