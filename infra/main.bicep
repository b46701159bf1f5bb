metadata description = 'Databricks Genie in Microsoft Teams and Web Chat: everything the bot needs, in one resource group.'

targetScope = 'resourceGroup'

@description('Short name for the resources\' names: lower-case letters, digits and single hyphens.')
@minLength(2)
@maxLength(12)
param name string

@description('Region of all resources that have one. Must offer Flex Consumption.')
param location string = resourceGroup().location

@description('Tags of every resource.')
param tags { *: string } = {}

@description('What people see as the bot\'s name.')
@maxLength(42)
param displayName string = 'Genie'

@description('Address of the Databricks workspace, such as https://adb-123.4.azuredatabricks.net.')
@minLength(8)
param databricksHost string

@description('How the bot signs in to Databricks: a token, a service principal\'s secret, or the bot\'s own identity without any secret.')
param databricksAuthType 'pat' | 'oauth-m2m' | 'azure-msi' = 'pat'

@description('The token or the client secret. Empty: you set it in Key Vault later, or it is already there.')
@secure()
param databricksSecret string = ''

@description('As whom Genie is asked: as the bot, with one set of rights for everyone, or as each person, with their own (docs/sign-in.md).')
param genieIdentity 'bot' | 'person' = 'bot'

@description('How people sign in, if Genie is asked as them.')
param signIn {
  @description('Client ID of the Entra app that people sign in to; empty: no OAuth connection is made.')
  ssoAppId: string
  @description('The app\'s Application ID URI; empty: api://botid- and the bot\'s app ID.')
  identifierUri: string
  @description('The end of the subject of the app\'s federated credential; empty: the bot\'s app ID.')
  uniqueIdentifier: string
  @description('Name of the bot\'s OAuth connection.')
  connectionName: string
  @description('What the connection asks Entra ID for; empty: what fits the exchange.')
  scopes: string
  @description('Whether people\'s Entra tokens are exchanged for Databricks\' own, as workspaces on AWS and Google Cloud need it.')
  exchange: 'none' | 'federation'
} = {
  ssoAppId: ''
  identifierUri: ''
  uniqueIdentifier: ''
  connectionName: 'databricks'
  scopes: ''
  exchange: 'none'
}

@description('The chat page at /api/chat, for people who sign in to an Entra app (docs/chat-page.md).')
param chatPage {
  isOn: bool
  @description('Client ID of the app; required if the page is on.')
  clientId: string
} = { isOn: false, clientId: '' }

@description('The bot\'s other settings, by their names in docs/deploy.md. An empty value keeps the default.')
param settings { *: string } = {}

@description('Memory of an instance, in megabytes. A string, because environment variables are.')
param instanceMemoryMB '512' | '2048' | '4096' = '2048'

@description('Maximum number of instances at one time. The service accepts no less than 40.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Warm instances, paid for around the clock. 0: the first message after a quiet period waits for a cold start.')
param alwaysReady {
  @minValue(0)
  http: int
  @minValue(0)
  questions: int
} = { http: 0, questions: 0 }

@description('F0: free, 10,000 messages a month on Web Chat and Direct Line. S1: billed, with a service level agreement. Teams is free in both.')
param botSku 'F0' | 'S1' = 'F0'

@description('Which channels are on, and which pages can open a Direct Line conversation.')
param channels {
  teams: bool
  webChat: bool
  directLine: bool
  directLineOrigins: string[]
} = { teams: true, webChat: true, directLine: false, directLineOrigins: [] }

@description('Copies of the data: three in one data centre, or one in each of three zones.')
param storageSku 'Standard_LRS' | 'Standard_ZRS' = 'Standard_LRS'

@description('Whether the Key Vault is protected from being purged for 90 days. Cannot be undone.')
param purgeProtection bool = true

@description('Object ID of the operator, who can set the Databricks credential; empty: no new one.')
param operatorId string = ''

@description('The operator\'s kind of account.')
param operatorType 'User' | 'Group' | 'ServicePrincipal' = 'User'

@description('Whether storage and Key Vault can only be reached through private endpoints.')
param privateNetwork bool = false

@description('Address range of the private network: at least a /23.')
param addressPrefix string = '10.20.0.0/16'

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Maximum gigabytes of logs per day; the rest is dropped. -1: no limit.')
param logDailyQuotaGb int = 1

@description('Who gets the emails from alerts and the budget; empty: no emails.')
param alertEmails string[] = []

@description('95 of 100 answers should arrive within this many seconds.')
@minValue(1)
param slowAnswerSeconds int = 90

@description('Raise an alert after this many hours with questions but no answers.')
param silentHours '1' | '2' | '3' | '4' | '5' | '6' = '2'

@description('How many subscriptions people have, about: the alert backlog leaves out the two hidden messages of each, since Azure counts those of all queues together.')
@minValue(0)
param expectedSubscriptions int = 100

@description('Monthly budget in the subscription\'s currency. 0, or no emails: no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the budget\'s first month, as yyyy-MM-01. Required with a budget, and never changed afterwards.')
param monthlyBudgetStart string = ''

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var names = {
  identity: 'id-${name}'
  storage: 'st${replace(name, '-', '')}${suffix}'
  vault: 'kv-${name}-${suffix}'
  workspace: 'log-${name}'
  appInsights: 'appi-${name}'
  plan: 'plan-${name}'
  app: 'func-${name}-${suffix}'
  bot: 'bot-${name}-${suffix}'
  budget: 'budget-${name}'
}
// The origins that the chat page has: the app's own, and a custom domain, if there is one.
var pageOrigins = empty(settings.?PUBLIC_BASE_URL)
  ? ['https://${functionApp.outputs.hostName}']
  : ['https://${functionApp.outputs.hostName}', join(take(split(settings.PUBLIC_BASE_URL, '/'), 3), '/')]
var credentialName = databricksAuthType == 'oauth-m2m' ? 'databricks-client-secret' : 'databricks-token'
var directLineSecretName = 'direct-line-key'

module identity 'modules/identity.bicep' = {
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: names.storage
    location: location
    tags: tags
    sku: storageSku
    isPrivate: privateNetwork
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: names.workspace
    appInsightsName: names.appInsights
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: names.vault
    location: location
    tags: tags
    isPrivate: privateNetwork
    purgeProtection: purgeProtection
    credentialName: credentialName
    secretValue: databricksSecret
    workspaceId: monitoring.outputs.workspaceId
  }
}

module access 'modules/access.bicep' = {
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    appInsightsName: monitoring.outputs.appInsightsName
    operatorId: operatorId
    operatorType: operatorType
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: name
    location: location
    tags: tags
    addressPrefix: addressPrefix
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module functionApp 'modules/functionApp.bicep' = {
  params: {
    planName: names.plan
    appName: names.app
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    instanceMemoryMB: int(instanceMemoryMB)
    maximumInstanceCount: maximumInstanceCount
    alwaysReady: alwaysReady
    packageContainerUrl: storage.outputs.packageContainerUrl
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    appInsightsConnectionString: monitoring.outputs.connectionString
    vaultUri: vault.outputs.uri
    credentialName: credentialName
    databricksHost: databricksHost
    databricksAuthType: databricksAuthType
    genieIdentity: genieIdentity
    connectionName: signIn.connectionName
    exchange: signIn.exchange
    chatPageSecretName: chatPage.isOn ? directLineSecretName : ''
    settings: settings
    subnetId: network.?outputs.appSubnetId ?? ''
  }
  // An app that starts before its roles exist fails until they have propagated.
  dependsOn: [access]
}

module easyAuth 'modules/easyAuth.bicep' = {
  params: {
    appName: functionApp.outputs.name
    isOn: chatPage.isOn
    clientId: chatPage.isOn && empty(chatPage.clientId)
      ? fail('CHAT_PAGE needs CHAT_PAGE_CLIENT_ID, the client ID of the Entra app that people sign in to (docs/chat-page.md).')
      : chatPage.clientId
    ssoAppId: chatPage.isOn && genieIdentity == 'person' ? signIn.ssoAppId : ''
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: names.bot
    tags: tags
    displayName: displayName
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostName: functionApp.outputs.hostName
    sku: botSku
    channels: chatPage.isOn
      ? {
          teams: channels.teams
          webChat: channels.webChat
          directLine: true
          // A page in the frame of another has its own origin, so the other's isn't needed.
          directLineOrigins: union(channels.directLineOrigins, pageOrigins)
        }
      : channels
  }
}

// Once the channels are written, so that Direct Line has its key.
module directLineSecret 'modules/directLineSecret.bicep' = if (chatPage.isOn) {
  params: {
    vaultName: vault.outputs.name
    secretName: directLineSecretName
    botName: bot.outputs.name
  }
}

// Once the bot's channels are written: channels and connections written at the same time can clash on its ETag.
module signInConnection 'modules/signInConnection.bicep' = if (!empty(signIn.ssoAppId)) {
  params: {
    botName: bot.outputs.name
    botAppId: identity.outputs.clientId
    ssoAppId: signIn.ssoAppId
    identifierUri: signIn.identifierUri
    uniqueIdentifier: signIn.uniqueIdentifier
    connectionName: signIn.connectionName
    scopes: signIn.scopes
    exchange: signIn.exchange
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    // Also gives the workspace time to become ready for the rules that query it.
    functionAppId: functionApp.outputs.id
    storageId: storage.outputs.id
    emails: alertEmails
    slowAnswerSeconds: slowAnswerSeconds
    silentHours: silentHours
    expectedSubscriptions: expectedSubscriptions
    hasPage: chatPage.isOn
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(alertEmails)) {
  params: {
    name: names.budget
    // Never below 1 where the module is deployed; the compiler doesn't see that from the condition.
    amount: max(monthlyBudget, 1)
    emails: alertEmails
    startDate: monthlyBudget > 0 && empty(monthlyBudgetStart)
      ? fail('MONTHLY_BUDGET needs MONTHLY_BUDGET_START, the first day of its first month, as yyyy-MM-01.')
      : monthlyBudgetStart
  }
}

@description('Name of the function app that the package is deployed to.')
output functionAppName string = functionApp.outputs.name

@description('Host name of the function app.')
output hostName string = functionApp.outputs.hostName

@description('Name of the Azure Bot resource.')
output botName string = bot.outputs.name

@description('Where the Bot Framework sends messages.')
output messagingEndpoint string = bot.outputs.messagingEndpoint

@description('App ID of the bot: for the Teams package, and for Databricks if the bot signs in with its own identity.')
output botAppId string = identity.outputs.clientId

@description('Name of the Key Vault.')
output vaultName string = vault.outputs.name

@description('Name of the secret that the bot reads from it.')
output credentialName string = credentialName

@description('Name of the storage account.')
output storageName string = storage.outputs.name

@description('Name of the Application Insights component.')
output appInsightsName string = monitoring.outputs.appInsightsName

@description('The address that Databricks sees, for its IP access list; empty without private networking.')
output outboundIpAddress string = network.?outputs.outboundIpAddress ?? ''
