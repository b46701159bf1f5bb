import { AppError } from '../common/errors.ts';
import type { LogLevel } from '../common/log.ts';
import type { RetryPolicy } from '../common/retry.ts';
import { parseHost } from '../genie/http/parseHost.ts';
import type { DatabricksAuth } from '../secrets/databricksAuth.ts';
import type { StorageSettings } from '../storage/openStorage.ts';
import { type BotCloud, readBotCloud } from './botCloud.ts';
import { type BotIdentity, readBotIdentity } from './botIdentity.ts';
import { type ExportSettings, readExportSettings } from './exportSettings.ts';
import { type PeopleRules, readPeopleRules } from './people.ts';
import { type Env, readSettings, type Settings } from './settings.ts';

/** Everything that can be set, checked and with defaults filled in. Durations are milliseconds. */
export interface Config {
  identity: BotIdentity;
  cloud: BotCloud;
  people: PeopleRules;
  databricks: { host: string; auth: DatabricksAuth; spaceIds: string[] };
  storage: StorageSettings;
  genie: { questionsPerMinute: number; timeoutMs: number; retry: RetryPolicy };
  maxWaitingQuestions: number;
  /** Of one person, wherever they ask. */
  userQuestionsPerMinute: number;
  sessionIdleMs: number;
  /** How long questions are kept as the audit trail, and whether with their words. */
  audit: { keptMs: number; withWords: boolean };
  prependUserEmail: boolean;
  /** People whom no channel vouches for must give an e-mail address before they can ask. */
  requireEmail: boolean;
  /** Entra object ids and e-mail addresses, in lower case, of those who may set what holds for a whole channel. */
  adminUsers: string[];
  /** Whether tables are shown as charts, too. */
  charts: boolean;
  feedbackCards: boolean;
  genieFeedback: boolean;
  /** Absent where tables cannot be downloaded. */
  exports: ExportSettings | undefined;
  sampleQuestions: string[];
  adminContact: string;
  /** Genie is the local demo workspace: people are told that its data is made up. */
  isDemo: boolean;
  logLevel: LogLevel;
}

const defaultSampleQuestions = [
  'What data can I ask about?',
  'Which products generate the highest total sales value?',
  'Show me revenue by month',
].join(';');

/**
 * Reads the settings from the environment.
 *
 * @throws AppError `config`, whose message names every setting that is missing or wrong.
 */
export function loadConfig(env: Env = process.env): Config {
  const settings = readSettings(env);
  const identity = readBotIdentity(settings);
  const config: Config = {
    identity,
    cloud: readBotCloud(settings),
    people: readPeopleRules(settings, identity),
    databricks: readDatabricks(settings),
    storage: readStorage(settings),
    genie: {
      questionsPerMinute: settings.number('GENIE_QUESTIONS_PER_MINUTE', 5, { min: 1, max: 10_000 }),
      timeoutMs: settings.number('GENIE_TIMEOUT_SECONDS', 600, { min: 1, max: 3600 }) * 1000,
      retry: {
        retries: settings.number('MAX_RETRIES', 5, { min: 0, max: 20, whole: true }),
        initialBackoffMs: settings.number('INITIAL_BACKOFF', 1, { min: 0, max: 60 }) * 1000,
        maxBackoffMs: settings.number('MAX_BACKOFF', 60, { min: 0, max: 600 }) * 1000,
        multiplier: settings.number('BACKOFF_MULTIPLIER', 2, { min: 1, max: 10 }),
      },
    },
    // They stand in one row of a table, which holds a megabyte: some 5,000.
    maxWaitingQuestions: settings.number('MAX_QUEUE_SIZE', 1000, {
      min: 1,
      max: 4_000,
      whole: true,
    }),
    userQuestionsPerMinute: settings.number('USER_QUESTIONS_PER_MINUTE', 20, {
      min: 1,
      max: 10_000,
      whole: true,
    }),
    sessionIdleMs: settings.number('SESSION_TTL_HOURS', 4, { min: 0.001, max: 720 }) * 3_600_000,
    audit: {
      keptMs: settings.number('AUDIT_DAYS', 30, { min: 1, max: 3650 }) * 24 * 3_600_000,
      withWords: settings.flag('AUDIT_QUESTIONS', false),
    },
    prependUserEmail: settings.flag('PREPEND_USER_EMAIL', true),
    requireEmail: settings.flag('REQUIRE_EMAIL', false),
    adminUsers: settings.list('ADMIN_USERS').map((id) => id.toLowerCase()),
    charts: settings.flag('ENABLE_CHARTS', true),
    feedbackCards: settings.flag('ENABLE_FEEDBACK_CARDS', true),
    genieFeedback: settings.flag('ENABLE_GENIE_FEEDBACK_API', true),
    exports: readExportSettings(settings),
    sampleQuestions: readSampleQuestions(settings),
    adminContact: settings.text('ADMIN_CONTACT_EMAIL') ?? 'admin@company.com',
    isDemo: settings.flag('GENIE_DEMO', false),
    logLevel: settings.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info', {
      warning: 'warn',
    }),
  };
  if (settings.problems.length > 0) {
    throw new AppError('config', `These settings are wrong:\n  ${settings.problems.join('\n  ')}`);
  }
  return config;
}

function readDatabricks(settings: Settings): Config['databricks'] {
  const host = readHost(settings);
  const spaceIds = settings.list('DATABRICKS_SPACE_ID', 'GENIE_SPACE_ID');
  return { host, auth: readAuth(settings, host), spaceIds };
}

function readHost(settings: Settings): string {
  const text = settings.text('DATABRICKS_HOST');
  if (text === undefined) {
    settings.problem(
      'DATABRICKS_HOST is missing: the address of the workspace, such as https://adb-123.4.azuredatabricks.net',
    );
    return '';
  }
  try {
    return parseHost(text);
  } catch {
    settings.problem('DATABRICKS_HOST must be an https address');
    return '';
  }
}

function readAuth(settings: Settings, host: string): DatabricksAuth {
  const kind = settings.choice('DATABRICKS_AUTH_TYPE', ['pat', 'oauth-m2m', 'azure-msi'], 'pat');
  const vaultUri = settings.text('KEY_VAULT_URI');
  if (kind === 'azure-msi')
    return { kind, ...optional('clientId', settings.text('AZURE_CLIENT_ID')) };
  const fromVault = (secretName: string) => ({
    vaultUri: vaultUri ?? '',
    secretName,
    ...optional('identityClientId', settings.text('AZURE_CLIENT_ID')),
  });
  if (kind === 'oauth-m2m') {
    const clientId = settings.text('DATABRICKS_CLIENT_ID') ?? '';
    const clientSecret = settings.text('DATABRICKS_CLIENT_SECRET');
    if (!clientId) settings.problem('DATABRICKS_CLIENT_ID is missing: oauth-m2m needs it');
    if (!clientSecret && !vaultUri) {
      settings.problem('DATABRICKS_CLIENT_SECRET is missing, and there is no KEY_VAULT_URI either');
    }
    return {
      kind,
      host,
      clientId,
      secret: clientSecret
        ? { kind: 'value', value: clientSecret }
        : {
            kind: 'key-vault',
            ...fromVault(
              settings.text('DATABRICKS_TOKEN_SECRET_NAME') ?? 'databricks-client-secret',
            ),
          },
    };
  }
  const token = settings.text('DATABRICKS_TOKEN');
  if (token) return { kind: 'static', token };
  if (!vaultUri) {
    settings.problem('DATABRICKS_TOKEN is missing, and there is no KEY_VAULT_URI to read it from');
  }
  return {
    kind: 'key-vault',
    ...fromVault(settings.text('DATABRICKS_TOKEN_SECRET_NAME') ?? 'databricks-token'),
  };
}

function readStorage(settings: Settings): StorageSettings {
  const value = settings.text('AzureWebJobsStorage');
  if (value) return { kind: 'connection-string', value };
  const tableUri = settings.text('AzureWebJobsStorage__tableServiceUri');
  const queueUri = settings.text('AzureWebJobsStorage__queueServiceUri');
  if (!tableUri || !queueUri) {
    settings.problem(
      'AzureWebJobsStorage is missing: a connection string, or AzureWebJobsStorage__tableServiceUri and __queueServiceUri',
    );
  }
  return {
    kind: 'identity',
    tableUri: tableUri ?? '',
    queueUri: queueUri ?? '',
    ...optional('clientId', settings.text('AzureWebJobsStorage__clientId', 'AZURE_CLIENT_ID')),
  };
}

function readSampleQuestions(settings: Settings): string[] {
  const list = settings.text('SAMPLE_QUESTIONS') ?? defaultSampleQuestions;
  return list
    .split(';')
    .map((question) => question.trim())
    .filter((question) => question !== '');
}

/** `{[name]: value}`, or nothing: an optional property is absent rather than undefined. */
function optional<K extends string>(name: K, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: string };
}
