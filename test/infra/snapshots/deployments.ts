import { chosenSettings, variableIn } from '../parameterFile.ts';

/** A deployment of `infra/main.bicepparam`, by the environment variables that it takes and the region of its group. */
export interface Deployment {
  location: string;
  variables: Record<string, string>;
}

/** No snapshot shows it. */
export const secret = 'dapi-never-shown';

const id = '00000000-0000-0000-0000-00000000000c';
const ssoAppId = '00000000-0000-0000-0000-00000000000d';
const pageAppId = '00000000-0000-0000-0000-00000000000e';

/** A snapshot of each is committed beside this file, by its name. */
export const deployments = {
  /** What README's three commands make. */
  default: {
    location: 'westeurope',
    variables: { DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net', OPERATOR_ID: id },
  },
  /** A trial that costs next to nothing and leaves nothing behind. */
  minimal: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      DATABRICKS_AUTH_TYPE: 'azure-msi',
      INSTANCE_MEMORY_MB: '512',
      CHANNEL_TEAMS: 'false',
      CHANNEL_WEB_CHAT: 'false',
      PURGE_PROTECTION: 'false',
    },
  },
  privateNetwork: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      DATABRICKS_AUTH_TYPE: 'oauth-m2m',
      DATABRICKS_CLIENT_ID: id,
      DATABRICKS_SECRET: secret,
      PRIVATE_NETWORK: 'true',
    },
  },
  everything: {
    location: 'westeurope',
    variables: {
      BOT_NAME: 'sales-data',
      BOT_DISPLAY_NAME: 'Sales data',
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      DATABRICKS_AUTH_TYPE: 'oauth-m2m',
      DATABRICKS_SECRET: secret,
      INSTANCE_MEMORY_MB: '4096',
      MAXIMUM_INSTANCE_COUNT: '100',
      ALWAYS_READY_HTTP: '1',
      ALWAYS_READY_QUESTIONS: '2',
      BOT_SKU: 'S1',
      CHANNEL_DIRECT_LINE: 'true',
      DIRECT_LINE_ORIGINS: 'https://intranet.example.com,https://portal.example.com',
      CHAT_PAGE: 'true',
      CHAT_PAGE_CLIENT_ID: pageAppId,
      STORAGE_SKU: 'Standard_ZRS',
      OPERATOR_ID: id,
      OPERATOR_TYPE: 'Group',
      PRIVATE_NETWORK: 'true',
      ADDRESS_PREFIX: '10.99.0.0/22',
      LOG_RETENTION_DAYS: '730',
      LOG_DAILY_QUOTA_GB: '-1',
      ALERT_EMAILS: 'ada@example.com,grace@example.com',
      SLOW_ANSWER_SECONDS: '30',
      SILENT_HOURS: '6',
      MONTHLY_BUDGET: '200',
      MONTHLY_BUDGET_START: '2026-12-01',
      ...everySetting(),
    },
  },
  /** Genie is asked as each person, who signs in to an app that is there already. */
  person: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      GENIE_IDENTITY: 'person',
      SSO_APP_ID: ssoAppId,
    },
  },
  /** The same on AWS or Google Cloud, with an app whose names a company chose. */
  personByFederation: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://dbc-1a2b3c4d-5e6f.cloud.databricks.com',
      GENIE_IDENTITY: 'person',
      SSO_APP_ID: ssoAppId,
      SSO_IDENTIFIER_URI: 'api://bot.contoso.com/botid-genie',
      SSO_UNIQUE_IDENTIFIER: 'genie',
      OAUTH_CONNECTION_NAME: 'people',
      DATABRICKS_TOKEN_EXCHANGE: 'federation',
    },
  },
  /** People ask on the chat page, too. */
  chatPage: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      CHAT_PAGE: 'true',
      CHAT_PAGE_CLIENT_ID: pageAppId,
    },
  },
  /** The same with each person's own rights: they sign in to one app for both. */
  chatPageAsPerson: {
    location: 'westeurope',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      GENIE_IDENTITY: 'person',
      SSO_APP_ID: ssoAppId,
      CHAT_PAGE: 'true',
      CHAT_PAGE_CLIENT_ID: ssoAppId,
      PUBLIC_BASE_URL: 'https://genie.example.com/',
    },
  },
  usGovernment: {
    location: 'usgovvirginia',
    variables: {
      DATABRICKS_HOST: 'https://adb-1.2.databricks.azure.us',
      CHANNEL_SERVICE: 'https://botframework.azure.us',
      PRIVATE_NETWORK: 'true',
    },
  },
} as const satisfies Record<string, Deployment>;

/** Each of the bot's own settings, with a value that tells which it is. */
function everySetting(): Record<string, string> {
  const variables = [...chosenSettings.values()].flatMap((value) => variableIn(value) ?? []);
  return Object.fromEntries(variables.map((name) => [name, `the ${name}`]));
}
