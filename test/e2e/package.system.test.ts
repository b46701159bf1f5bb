import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { packageApp } from '../../local/build/package.ts';
import { startDemoWorkspace } from '../../local/demo/demoWorkspace.ts';
import { aMessage } from '../support/activities.ts';
import { startAzurite } from '../support/azurite.ts';
import { startNode } from '../support/childProcess.ts';
import { startConnector } from '../support/connectorDouble.ts';
import { answersIn, readAloud } from '../support/shownTo.ts';

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

const keep = <T extends { close(): Promise<void> }>(part: T): T => {
  onTestFinished(() => part.close());
  return part;
};

test('the zip, unpacked where there is nothing else, answers a question', async () => {
  // Not below the project: what the bundle lacks must not be found in the project's node_modules.
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { zip } = await packageApp({ outDir: join(folder, 'packed') });
  await unpack(zip, join(folder, 'app'));

  const azurite = keep(await startAzurite());
  const genie = keep(await startDemoWorkspace({ stageMs: 50 }));
  const connector = keep(await startConnector());
  const app = startNode('test/support/runPackage.ts', [join(folder, 'app')], {
    PATH: process.env['PATH'],
    AzureWebJobsStorage: azurite.connectionString,
    DATABRICKS_HOST: genie.url,
    DATABRICKS_TOKEN: genie.token,
    DATABRICKS_SPACE_ID: genie.spaceId,
  });
  onTestFinished(() => app.kill());
  const [, url] = await app.waitForOutput(/ready (http:\S+)/);

  const activity = aMessage({
    text: 'Revenue by region',
    serviceUrl: connector.url,
    conversation: { id: 'packaged' },
  });
  const { status } = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(status).toBe(200);
  const answer = await connector.waitFor(() => answersIn(connector, 'packaged')[0], 15_000);
  expect(readAloud(answer)).toMatch(/SELECT .*GROUP BY/s);
}, 120_000);
