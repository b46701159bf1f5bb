import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { QueueClient } from '@azure/storage-queue';
import { closedPort } from './closedPort.ts';
import type { HostUnderTest } from './hostUnderTest.ts';
import { root } from './readImports.ts';

const { error } = spawnSync('func', ['--version']);

/** Why Azure's own host can't be tried here; `undefined` where it can. */
export const noFunc: string | undefined = error
  ? 'The host contract runs against the local host alone: there is no `func` (azure-functions-core-tools@4 from npm).'
  : undefined;

// Each file of tests that would need it says so when it is loaded.
if (noFunc) process.stderr.write(`${noFunc}\n`);

/** The first start fetches the extension bundle that host.json asks for. */
const startMs = 240_000;

/**
 * Runs the fixture app in Azure's own host, with an Azurite that has blobs as well: the host keeps its keys and timers
 * there.
 */
export async function startFuncHost(hostJson: object): Promise<HostUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'func-'));
  const [port, blobPort, queuePort, tablePort] = [
    await closedPort(),
    await closedPort(),
    await closedPort(),
    await closedPort(),
  ];
  const account = 'devstoreaccount1';
  const key =
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
  const connectionString = [
    `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key}`,
    `BlobEndpoint=http://127.0.0.1:${blobPort}/${account}`,
    `QueueEndpoint=http://127.0.0.1:${queuePort}/${account}`,
    `TableEndpoint=http://127.0.0.1:${tablePort}/${account}`,
  ].join(';');
  const app = join(folder, 'app');
  await cp(process.env['TEST_FIXTURE_APP'] ?? '', app, { recursive: true });
  const bundle = {
    id: 'Microsoft.Azure.Functions.ExtensionBundle',
    version: '[4.*, 5.0.0)',
  };
  const files = {
    'host.json': { version: '2.0', extensionBundle: bundle, ...hostJson },
    'package.json': { type: 'module', main: 'index.mjs' },
    'local.settings.json': {
      IsEncrypted: false,
      Values: {
        FUNCTIONS_WORKER_RUNTIME: 'node',
        AzureWebJobsStorage: connectionString,
        AzureWebJobsFeatureFlags: 'EnableWorkerIndexing',
      },
    },
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(app, name), JSON.stringify(content));
  }

  const azurite = spawn(
    join(root, 'node_modules', '.bin', 'azurite'),
    [
      ...['--silent', '--skipApiVersionCheck', '--location', join(folder, 'storage')],
      ...['--blobPort', String(blobPort), '--queuePort', String(queuePort)],
      ...['--tablePort', String(tablePort)],
    ],
    { stdio: 'ignore' },
  );
  const host = spawn('func', ['start', '--port', String(port), '--verbose'], {
    cwd: app,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: `func` starts processes that its own end leaves behind.
    detached: true,
  });
  let output = '';
  for (const stream of [host.stdout, host.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(host, 'exit');
  const close = async () => {
    if (host.pid !== undefined && host.exitCode === null) process.kill(-host.pid, 'SIGKILL');
    azurite.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  try {
    const deadline = Date.now() + startMs;
    while (!(await isReady(url))) {
      const why = host.exitCode === null ? 'didn’t start' : 'ended';
      if (host.exitCode !== null || Date.now() > deadline) throw new Error(`It ${why}:\n${output}`);
      await wait(500);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    output: () => output,
    queue: (name) => new QueueClient(connectionString, name),
    close,
  };
}

const isReady = (url: string) =>
  fetch(`${url}/api/events`).then(
    ({ ok }) => ok,
    () => false,
  );
