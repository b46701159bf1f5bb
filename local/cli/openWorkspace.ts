import { join, resolve } from 'node:path';
import { type Clock, systemClock } from '../../src/common/clock.ts';
import { createLog } from '../../src/common/log.ts';
import { type Config, loadConfig } from '../../src/config/config.ts';
import type { Env } from '../../src/config/settings.ts';
import { createAnswerers } from '../../src/gateway/createAnswerers.ts';
import { createEndpointAnswerer } from '../../src/gateway/endpointAnswerer.ts';
import { createGenieGateway } from '../../src/gateway/genieGateway.ts';
import { createGenieClient } from '../../src/genie/client.ts';
import type { Genie } from '../../src/questions/ports.ts';
import { createTokenSource } from '../../src/secrets/databricksTokens.ts';
import { createServingClient } from '../../src/serving/createServingClient.ts';
import { startDemoWorkspace } from '../demo/demoWorkspace.ts';
import { assistantName } from '../demo/server/servingRoutes.ts';
import { describeFiles, readLocalEnv } from '../settings/readLocalEnv.ts';
import { createPassingTurns } from './passingTurns.ts';

export interface Workspace {
  genie: Genie;
  /** The spaces in the settings; none: all visible ones. */
  spaceIds: readonly string[];
  isDemo: boolean;
  /** Which settings files were read, as a sentence; empty if none was. */
  settingsFrom: string;
  genieTimeoutMs: number;
  clock: Clock;
  close(): Promise<void>;
}

/**
 * Opens the workspace from the settings, with the bot's own client and retries; without a `DATABRICKS_HOST`, a demo
 * workspace whose conversations are kept in the local data folder.
 *
 * @throws AppError `config` that names what is wrong
 */
export async function openWorkspace(
  processEnv: Env,
  projectDir: string,
  clock: Clock = systemClock,
): Promise<Workspace> {
  const { env, files } = await readLocalEnv(processEnv, projectDir);
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
      settingsFrom: describeFiles(files),
      close: async () => demo?.close(),
    };
  } catch (error) {
    await demo?.close();
    throw error;
  }
}

/** The demo has its own spaces and token, whatever is set. */
const ownSettings = {
  DATABRICKS_AUTH_TYPE: 'pat',
  DATABRICKS_SPACE_ID: '',
  GENIE_SPACE_ID: '',
  SERVING_ENDPOINT_NAME: assistantName,
};

/** The bot's identity, and who is allowed to use it, don't matter here. */
const genieSettings =
  /^(DATABRICKS_|GENIE_|SERVING_|KEY_VAULT_|AZURE_CLIENT_ID$|MAX_|INITIAL_|BACKOFF_|LOG_)/;

function pickGenieSettings(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => genieSettings.test(name)));
}

function connect(
  { genie, questions, logLevel }: Config,
  clock: Clock,
): Pick<Workspace, 'genie' | 'spaceIds' | 'genieTimeoutMs' | 'clock'> {
  const tokens = createTokenSource(genie.auth, { clock });
  const log = createLog(logLevel === 'debug' ? 'debug' : 'error', (_level, line) =>
    process.stderr.write(`${line}\n`),
  );
  const options = { host: genie.host, tokens, clock, log };
  const client = createGenieClient({ ...options, retry: genie.retry });
  const once = createGenieClient({ ...options, retry: { ...genie.retry, retries: 0 } });
  // Kept while the command runs: a conversation with an endpoint can't be continued in the next one.
  const turns = createPassingTurns();
  const serving = createServingClient(options);
  const sessionIdleMs = questions.genieTimeoutMs;
  return {
    genie: createAnswerers({
      genie: createGenieGateway(client, once, { clock }),
      asksGenie: questions.asksGenie,
      endpoints: {
        names: questions.endpoints,
        answerer: createEndpointAnswerer({ client: serving, turns, sessionIdleMs, clock, log }),
      },
    }),
    spaceIds: questions.spaceIds,
    genieTimeoutMs: questions.genieTimeoutMs,
    clock,
  };
}
