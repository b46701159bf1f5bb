using 'main.bicep'

// The only place where environments differ: each value comes from an environment variable, so that a laptop, azd and
// the workflow deploy with the same file. Only DATABRICKS_HOST has no default.

param name = readEnvironmentVariable('BOT_NAME', 'genie')
param displayName = readEnvironmentVariable('BOT_DISPLAY_NAME', 'Genie')
param databricksHost = readEnvironmentVariable('DATABRICKS_HOST')
param databricksAuthType = readEnvironmentVariable('DATABRICKS_AUTH_TYPE', 'pat')
param databricksSecret = readEnvironmentVariable('DATABRICKS_SECRET', '')

// How people sign in, if Genie is asked as each of them: docs/sign-in.md, and npm run sso-app for the app.
param genieIdentity = readEnvironmentVariable('GENIE_IDENTITY', 'bot')
param signIn = {
  ssoAppId: readEnvironmentVariable('SSO_APP_ID', '')
  identifierUri: readEnvironmentVariable('SSO_IDENTIFIER_URI', '')
  uniqueIdentifier: readEnvironmentVariable('SSO_UNIQUE_IDENTIFIER', '')
  connectionName: readEnvironmentVariable('OAUTH_CONNECTION_NAME', 'databricks')
  scopes: readEnvironmentVariable('OAUTH_SCOPES', '')
  exchange: readEnvironmentVariable('DATABRICKS_TOKEN_EXCHANGE', 'none')
}

// The chat page: docs/chat-page.md, and npm run sso-app for the app that people sign in to.
param chatPage = {
  isOn: bool(readEnvironmentVariable('CHAT_PAGE', 'false'))
  clientId: readEnvironmentVariable('CHAT_PAGE_CLIENT_ID', '')
}

// The bot's own settings (src/config/config.ts). Unset: the default in the code.
param settings = {
  DATABRICKS_SPACE_ID: readEnvironmentVariable('DATABRICKS_SPACE_ID', '')
  SERVING_ENDPOINT_NAME: readEnvironmentVariable('SERVING_ENDPOINT_NAME', '')
  DATABRICKS_CLIENT_ID: readEnvironmentVariable('DATABRICKS_CLIENT_ID', '')
  SAMPLE_QUESTIONS: readEnvironmentVariable('SAMPLE_QUESTIONS', '')
  ADMIN_CONTACT_EMAIL: readEnvironmentVariable('ADMIN_CONTACT_EMAIL', '')
  ENABLE_FEEDBACK_CARDS: readEnvironmentVariable('ENABLE_FEEDBACK_CARDS', '')
  ENABLE_GENIE_FEEDBACK_API: readEnvironmentVariable('ENABLE_GENIE_FEEDBACK_API', '')
  ALLOWED_TENANTS: readEnvironmentVariable('ALLOWED_TENANTS', '')
  ALLOWED_USERS: readEnvironmentVariable('ALLOWED_USERS', '')
  ALLOW_GUESTS: readEnvironmentVariable('ALLOW_GUESTS', '')
  ADMIN_USERS: readEnvironmentVariable('ADMIN_USERS', '')
  REQUIRE_EMAIL: readEnvironmentVariable('REQUIRE_EMAIL', '')
  DEFAULT_LOCALE: readEnvironmentVariable('DEFAULT_LOCALE', '')
  TIME_ZONE: readEnvironmentVariable('TIME_ZONE', '')
  CHANNEL_ANSWERS: readEnvironmentVariable('CHANNEL_ANSWERS', '')
  PREPEND_USER_EMAIL: readEnvironmentVariable('PREPEND_USER_EMAIL', '')
  ENABLE_STREAMING: readEnvironmentVariable('ENABLE_STREAMING', '')
  ENABLE_SUBSCRIPTIONS: readEnvironmentVariable('ENABLE_SUBSCRIPTIONS', '')
  MAX_SUBSCRIPTIONS: readEnvironmentVariable('MAX_SUBSCRIPTIONS', '')
  ENABLE_CHARTS: readEnvironmentVariable('ENABLE_CHARTS', '')
  GENIE_CHARTS: readEnvironmentVariable('GENIE_CHARTS', '')
  GENIE_MODE: readEnvironmentVariable('GENIE_MODE', '')
  ENABLE_EXPORT: readEnvironmentVariable('ENABLE_EXPORT', '')
  EXPORT_LINK_MINUTES: readEnvironmentVariable('EXPORT_LINK_MINUTES', '')
  EXPORT_ALLOWED_HOSTS: readEnvironmentVariable('EXPORT_ALLOWED_HOSTS', '')
  PUBLIC_BASE_URL: readEnvironmentVariable('PUBLIC_BASE_URL', '')
  SESSION_TTL_HOURS: readEnvironmentVariable('SESSION_TTL_HOURS', '')
  AUDIT_DAYS: readEnvironmentVariable('AUDIT_DAYS', '')
  AUDIT_QUESTIONS: readEnvironmentVariable('AUDIT_QUESTIONS', '')
  GENIE_QUESTIONS_PER_MINUTE: readEnvironmentVariable('GENIE_QUESTIONS_PER_MINUTE', '')
  USER_QUESTIONS_PER_MINUTE: readEnvironmentVariable('USER_QUESTIONS_PER_MINUTE', '')
  GENIE_TIMEOUT_SECONDS: readEnvironmentVariable('GENIE_TIMEOUT_SECONDS', '')
  MAX_QUEUE_SIZE: readEnvironmentVariable('MAX_QUEUE_SIZE', '')
  MAX_RETRIES: readEnvironmentVariable('MAX_RETRIES', '')
  INITIAL_BACKOFF: readEnvironmentVariable('INITIAL_BACKOFF', '')
  MAX_BACKOFF: readEnvironmentVariable('MAX_BACKOFF', '')
  BACKOFF_MULTIPLIER: readEnvironmentVariable('BACKOFF_MULTIPLIER', '')
  // Under another name, because GitHub's variable names are upper case.
  ChannelService: readEnvironmentVariable('CHANNEL_SERVICE', '')
  CHAT_PAGE_FRAME_ANCESTORS: readEnvironmentVariable('CHAT_PAGE_FRAME_ANCESTORS', '')
  DIRECT_LINE_URL: readEnvironmentVariable('DIRECT_LINE_URL', '')
  BOT_SERVICE_HOSTS: readEnvironmentVariable('BOT_SERVICE_HOSTS', '')
  LOG_LEVEL: readEnvironmentVariable('LOG_LEVEL', '')
}

param instanceMemoryMB = readEnvironmentVariable('INSTANCE_MEMORY_MB', '2048')
param maximumInstanceCount = int(readEnvironmentVariable('MAXIMUM_INSTANCE_COUNT', '40'))
param alwaysReady = {
  http: int(readEnvironmentVariable('ALWAYS_READY_HTTP', '0'))
  questions: int(readEnvironmentVariable('ALWAYS_READY_QUESTIONS', '0'))
}

param botSku = readEnvironmentVariable('BOT_SKU', 'F0')
param channels = {
  teams: bool(readEnvironmentVariable('CHANNEL_TEAMS', 'true'))
  webChat: bool(readEnvironmentVariable('CHANNEL_WEB_CHAT', 'true'))
  directLine: bool(readEnvironmentVariable('CHANNEL_DIRECT_LINE', 'false'))
  directLineOrigins: filter(split(readEnvironmentVariable('DIRECT_LINE_ORIGINS', ''), ','), origin => !empty(origin))
}

param storageSku = readEnvironmentVariable('STORAGE_SKU', 'Standard_LRS')
param purgeProtection = bool(readEnvironmentVariable('PURGE_PROTECTION', 'true'))
param operatorId = readEnvironmentVariable('OPERATOR_ID', '')
param operatorType = readEnvironmentVariable('OPERATOR_TYPE', 'User')
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param addressPrefix = readEnvironmentVariable('ADDRESS_PREFIX', '10.20.0.0/16')

param logRetentionDays = int(readEnvironmentVariable('LOG_RETENTION_DAYS', '30'))
param logDailyQuotaGb = int(readEnvironmentVariable('LOG_DAILY_QUOTA_GB', '1'))
param alertEmails = filter(split(readEnvironmentVariable('ALERT_EMAILS', ''), ','), email => !empty(email))
param slowAnswerSeconds = int(readEnvironmentVariable('SLOW_ANSWER_SECONDS', '90'))
param silentHours = readEnvironmentVariable('SILENT_HOURS', '2')
param expectedSubscriptions = int(readEnvironmentVariable('EXPECTED_SUBSCRIPTIONS', '100'))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '0'))
param monthlyBudgetStart = readEnvironmentVariable('MONTHLY_BUDGET_START', '')
