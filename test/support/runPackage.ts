import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHost } from '../../local/host/startHost.ts';

// Runs an unpacked package, the folder that is the first argument, as Azure would: by what its own files say.

const [folder = ''] = process.argv.slice(2);
const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
const { main } = await readJson('package.json');
const host = await startHost({
  entry: join(folder, main),
  hostJson: await readJson('host.json'),
  port: 0,
  storage: { connectionString: process.env['AzureWebJobsStorage'] ?? '' },
  log: ({ message }) => console.error(message),
});
console.log(`ready ${host.url}`);
