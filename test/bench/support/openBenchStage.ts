import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../../local/build/build.ts';
import { type DemoWorkspace, startDemoWorkspace } from '../../../local/demo/demoWorkspace.ts';
import { toConnectionString } from '../../support/azurite.ts';
import { type Connector, startConnector } from '../../support/connectorDouble.ts';
import { startChild } from './startChild.ts';
import { type FunctionsProcess, startFunctions } from './startFunctions.ts';

/** The deployed bundle and Azurite, in processes of their own, and in this one Genie and a channel. */
export interface BenchStage {
  /** The bundle's `index.mjs`, built for this bench. */
  entry: string;
  storage: { tableAddress: string; queueAddress: string };
  genie: DemoWorkspace;
  connector: Connector;
  /** Starts the bundle; it ends with the stage, if not before. */
  start(env?: Record<string, string>): Promise<FunctionsProcess>;
  close(): Promise<void>;
}

export async function openBenchStage(
  genieOptions: Parameters<typeof startDemoWorkspace>[0] = {},
): Promise<BenchStage> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const azurite = startChild(join(import.meta.dirname, 'azuriteChild.ts'));
  const [entry, storage, genie, connector] = await Promise.all([
    buildFunctions({ outDir: folder }),
    azurite.nextMessage<BenchStage['storage']>(),
    startDemoWorkspace(genieOptions),
    startConnector(),
  ]);
  const processes: FunctionsProcess[] = [];
  return {
    entry,
    storage,
    genie,
    connector,
    async start(env = {}) {
      const started = await startFunctions(folder, {
        AzureWebJobsStorage: toConnectionString(storage.tableAddress, storage.queueAddress),
        DATABRICKS_HOST: genie.url,
        DATABRICKS_TOKEN: genie.token,
        DATABRICKS_SPACE_ID: genie.spaceId,
        // The demo workspace has no limit, and none is wanted here unless a bench says so.
        GENIE_QUESTIONS_PER_MINUTE: '10000',
        ...env,
      });
      processes.push(started);
      return started;
    },
    async close() {
      await Promise.all(processes.map((process) => process.kill()));
      await Promise.all([azurite.kill(), genie.close(), connector.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
