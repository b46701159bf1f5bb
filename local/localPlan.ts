import { join, resolve } from 'node:path';
import { AppError } from '../src/common/errors.ts';
import { loadConfig } from '../src/config/config.ts';
import { type Env, readSettings } from '../src/config/settings.ts';

/** What a local start has to bring up, according to the settings. */
export interface LocalPlan {
  /** 0: a free one. */
  port: number;
  /** The bot's address beyond this computer, if it has one. */
  publicUrl: string | undefined;
  /** Where all local data goes. */
  dataDir: string;
  /** Embedded storage of its own, or existing storage. */
  storage: { dataDir: string } | { connectionString: string };
  /** The workspace that stands in for Databricks if none is set. */
  demo?: { dataFile?: string };
  /** Whether people sign in to the demo, each with rights of their own. */
  hasSignIn: boolean;
  /** Absent for a bot with an app ID: it only accepts signed messages, which the chat page can't send. */
  chat?: { dataFile?: string };
  /** The most questions worked on at the same time, if that is set. */
  workers: number | undefined;
  /** Whether the host's own routine messages are shown. */
  verbose: boolean;
}

const noSignInPage =
  'GENIE_IDENTITY=person needs DATABRICKS_HOST for a bot with an app ID: people sign in to the demo on the chat page, which such a bot doesn’t have.';

/**
 * Reads the settings of a local start, and checks the bot's own settings before starting anything.
 *
 * @throws AppError `config` that names what is wrong
 */
export function readLocalPlan(env: Env, projectDir: string): LocalPlan {
  const settings = readSettings(env);
  const port = settings.number('PORT', 3978, { min: 0, max: 65_535, whole: true });
  if (settings.problems.length > 0) throw new AppError('config', settings.problems.join('\n'));

  const connectionString = settings.text('AzureWebJobsStorage');
  const needsDemo = settings.text('DATABRICKS_HOST') === undefined;
  const { identity, signIn, logLevel, workers } = loadConfig({
    ...env,
    AzureWebJobsStorage: connectionString ?? 'embedded',
    ...(needsDemo && {
      DATABRICKS_HOST: 'http://localhost',
      DATABRICKS_AUTH_TYPE: 'pat',
      DATABRICKS_TOKEN: 'demo',
      BOT_TOKEN_SERVICE_URL: 'http://localhost',
    }),
  });

  const isUnsigned = identity.kind === 'none';
  const hasSignIn = needsDemo && signIn !== undefined;
  if (hasSignIn && !isUnsigned) throw new AppError('config', noSignInPage);

  const dataDir = resolve(projectDir, settings.text('LOCAL_DATA_DIR') ?? '.local');
  const fileFor = keepFiles(dataDir, port, connectionString !== undefined);
  return {
    port,
    publicUrl: settings.text('PUBLIC_BASE_URL'),
    dataDir,
    storage: connectionString ? { connectionString } : { dataDir: join(dataDir, 'storage') },
    ...(needsDemo && { demo: fileFor('genie') }),
    hasSignIn,
    ...(isUnsigned && { chat: fileFor('chat') }),
    workers,
    verbose: logLevel === 'debug',
  };
}

/**
 * Where the demo workspace and the chat keep their conversations. Instances that share storage can share the folder as
 * well, so each has its own files there; instances on a free port, which differs each time, keep nothing.
 */
function keepFiles(dataDir: string, port: number, isShared: boolean) {
  return (name: string): { dataFile?: string } => {
    if (!isShared) return { dataFile: join(dataDir, `${name}.json`) };
    return port === 0 ? {} : { dataFile: join(dataDir, `${name}-${port}.json`) };
  };
}
