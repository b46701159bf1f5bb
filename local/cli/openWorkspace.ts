import { join, resolve } from 'node:path';
import { type Clock, systemClock } from '../../src/clock.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { createGenieClient } from '../../src/genie/client.ts';
import { createGenieGateway } from '../../src/genie/genieGateway.ts';
import { createLog } from '../../src/log.ts';
import type { Genie } from '../../src/questions/ports.ts';
import { createTokenSource } from '../../src/secrets/tokenSource.ts';
import type { Env } from '../../src/settings.ts';
import { startDemoWorkspace } from '../genie/demoWorkspace.ts';
import { readLocalEnv } from '../readLocalEnv.ts';

export interface Workspace {
  genie: Genie;
  /** The spaces of the settings; none: all that can be seen. */
  spaceIds: readonly string[];
  isDemo: boolean;
  genieTimeoutMs: number;
  clock: Clock;
  close(): Promise<void>;
}

/**
 * Opens the workspace that the settings name, with the client and the retries of the bot; without a `DATABRICKS_HOST` a
 * demo workspace, whose conversations are kept in the local data folder.
 *
 * @throws AppError `config` that names what is wrong
 */
export async function openWorkspace(
  processEnv: Env,
  projectDir: string,
  clock: Clock = systemClock,
): Promise<Workspace> {
  const env = await readLocalEnv(processEnv, join(projectDir, 'local.settings.json'));
  const dataDir = resolve(projectDir, env['LOCAL_DATA_DIR'] || '.local');
  const demo = env['DATABRICKS_HOST']
    ? undefined
    : await startDemoWorkspace({
        dataFile: join(dataDir, 'cli', 'genie.json'),
        now: clock.now,
      });
  try {
    const config = loadConfig({
      ...pickGenieSettings(env),
      // Nothing is stored.
      AzureWebJobsStorage: 'none',
      ...(demo && { DATABRICKS_HOST: demo.url, DATABRICKS_TOKEN: demo.token, ...ownSettings }),
    });
    return {
      ...connect(config, clock),
      isDemo: demo !== undefined,
      close: async () => demo?.close(),
    };
  } catch (error) {
    await demo?.close();
    throw error;
  }
}

/** The demo has its own spaces and token, whatever is set. */
const ownSettings = { DATABRICKS_AUTH_TYPE: 'pat', DATABRICKS_SPACE_ID: '', GENIE_SPACE_ID: '' };

/** Whoever the bot is, and whom it lets in, does not matter here. */
const genieSettings =
  /^(DATABRICKS_|GENIE_|KEY_VAULT_|AZURE_CLIENT_ID$|MAX_|INITIAL_|BACKOFF_|LOG_)/;

function pickGenieSettings(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => genieSettings.test(name)));
}

function connect(
  { databricks, genie, logLevel }: Config,
  clock: Clock,
): Omit<Workspace, 'isDemo' | 'close'> {
  const tokens = createTokenSource(databricks.auth, { clock });
  const log = createLog(logLevel === 'debug' ? 'debug' : 'error', (_level, line) =>
    process.stderr.write(`${line}\n`),
  );
  const options = { host: databricks.host, tokens, clock, log };
  const client = createGenieClient({ ...options, retry: genie.retry });
  const once = createGenieClient({ ...options, retry: { ...genie.retry, retries: 0 } });
  return {
    genie: createGenieGateway(client, once, clock),
    spaceIds: databricks.spaceIds,
    genieTimeoutMs: genie.timeoutMs,
    clock,
  };
}
