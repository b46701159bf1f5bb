import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';

// Runs the benches named on the command line, or all of them, one after the other: each has the machine to itself.

const all = [
  'packageSize',
  'page',
  'cards',
  'coldStart',
  'acknowledgement',
  'asYourself',
  'streams',
  'addedLatency',
  'pollingCost',
  'scale',
  'subscriptions',
  'memory',
];
const named = process.argv.slice(2);
const [cpu] = cpus();
process.stdout.write(
  `Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model.trim()}\n`,
);
for (const name of named.length > 0 ? named : all) {
  const file = join(import.meta.dirname, `${name}.ts`);
  const [code] = await once(spawn(process.execPath, [file], { stdio: 'inherit' }), 'exit');
  if (code !== 0) process.exitCode = 1;
}
