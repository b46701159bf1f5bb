import type { RetryPolicy } from '../common/retry.ts';
import { parseHost } from '../genie/http/parseHost.ts';
import type { DatabricksAuth } from '../secrets/databricksAuth.ts';
import type { Settings } from './settings.ts';

/** How Genie's API is reached. */
export interface GenieSettings {
  /** Of the workspace: an address without a path. */
  host: string;
  auth: DatabricksAuth;
  retry: RetryPolicy;
  /** Whether Genie is asked to draw charts along with its answers. */
  asksForCharts: boolean;
  /** In which of Genie's modes questions are asked, where the workspace has it. */
  mode: 'chat' | 'agent';
}

/** @param isPerson Genie is asked as each person: the bot needs no credentials of its own */
export function readGenieSettings(settings: Settings, isPerson: boolean): GenieSettings {
  const host = readHost(settings);
  return {
    host,
    auth: readAuth(settings, host, isPerson),
    retry: {
      retries: settings.number('MAX_RETRIES', 5, { min: 0, max: 20, whole: true }),
      initialBackoffMs: settings.number('INITIAL_BACKOFF', 1, { min: 0, max: 60 }) * 1000,
      maxBackoffMs: settings.number('MAX_BACKOFF', 60, { min: 0, max: 600 }) * 1000,
      multiplier: settings.number('BACKOFF_MULTIPLIER', 2, { min: 1, max: 10 }),
    },
    // Off: a workspace that doesn't know this new field might refuse the question, which can't be asked a second time.
    asksForCharts: settings.flag('GENIE_CHARTS', false),
    mode: settings.choice('GENIE_MODE', ['chat', 'agent'], 'chat'),
  };
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

function readAuth(settings: Settings, host: string, isPerson: boolean): DatabricksAuth {
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
  if (isPerson && !settings.text('DATABRICKS_TOKEN_SECRET_NAME')) return { kind: 'none' };
  if (!vaultUri) {
    settings.problem('DATABRICKS_TOKEN is missing, and there is no KEY_VAULT_URI to read it from');
  }
  return {
    kind: 'key-vault',
    ...fromVault(settings.text('DATABRICKS_TOKEN_SECRET_NAME') ?? 'databricks-token'),
  };
}

/** `{[name]: value}`, or nothing: an optional property is absent rather than undefined. */
function optional<K extends string>(name: K, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: string };
}
