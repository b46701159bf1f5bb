metadata description = 'The Flex Consumption plan and the function app on it, on Node 24.'

@description('Name of the plan. Flex Consumption allows one app per plan.')
param planName string

@description('Name of the function app.')
param appName string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Resource id of the bot\'s identity.')
param identityId string

@description('Client id of the bot\'s identity.')
param identityClientId string

@description('Memory of an instance, in megabytes.')
param instanceMemoryMB int

@description('Maximum number of instances at one time.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Warm instances: for the HTTP functions, and for the function that answers questions.')
param alwaysReady {
  @minValue(0)
  http: int
  @minValue(0)
  questions: int
}

@description('Address of the container for the app package.')
param packageContainerUrl string

@description('Address of the account\'s blobs.')
param blobEndpoint string

@description('Address of the account\'s queues.')
param queueEndpoint string

@description('Address of the account\'s tables.')
param tableEndpoint string

@description('Where telemetry goes.')
param appInsightsConnectionString string

@description('Address of the Key Vault with the Databricks credential.')
param vaultUri string

@description('Name of the secret in it.')
param credentialName string

@description('Address of the Databricks workspace.')
param databricksHost string

@description('How the bot signs in to Databricks.')
param databricksAuthType 'pat' | 'oauth-m2m' | 'azure-msi'

@description('As whom Genie is asked: as the bot, or as each person.')
param genieIdentity 'bot' | 'person'

@description('Name of the OAuth connection that people sign in with.')
param connectionName string

@description('Whether people\'s Entra tokens are exchanged for Databricks\' own.')
param exchange 'none' | 'federation'

@description('Name of the secret with Direct Line\'s key; empty: there is no chat page.')
param chatPageSecretName string

@description('The bot\'s other settings. An empty value keeps the default in the code.')
param settings { *: string }

@description('Resource id of the subnet for outgoing calls; empty: none.')
param subnetId string

// Where people ask with their own rights the bot needs no token; the setting would have it look for one.
var secretSettings = genieIdentity == 'person' && databricksAuthType == 'pat'
  ? {}
  : { DATABRICKS_TOKEN_SECRET_NAME: credentialName }

var pageSettings = empty(chatPageSecretName)
  ? {}
  : {
      CHAT_PAGE: 'true'
      DIRECT_LINE_SECRET_NAME: chatPageSecretName
      // For Easy Auth: it shows Entra ID a token of the bot's identity instead of a secret.
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
      WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
    }

// Values that this deployment knows override a person's.
var deployedSettings = {
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  APPLICATIONINSIGHTS_CONNECTION_STRING: appInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Otherwise anyone who opens the address gets Azure's start page, at every visit.
  AzureWebJobsDisableHomepage: 'true'
  AZURE_CLIENT_ID: identityClientId
  MicrosoftAppType: 'UserAssignedMSI'
  MicrosoftAppId: identityClientId
  MicrosoftAppTenantId: tenant().tenantId
  KEY_VAULT_URI: vaultUri
  DATABRICKS_HOST: databricksHost
  DATABRICKS_AUTH_TYPE: databricksAuthType
  GENIE_IDENTITY: genieIdentity
  OAUTH_CONNECTION_NAME: connectionName
  DATABRICKS_TOKEN_EXCHANGE: exchange
}
var chosenSettings = toObject(filter(items(settings), each => !empty(each.value)), each => each.key, each => each.value)

// Each non-HTTP function runs in its own instances, so a warm HTTP instance doesn't help the queue.
var warmHttp = alwaysReady.http > 0 ? [{ name: 'http', instanceCount: alwaysReady.http }] : []
var warmQuestions = alwaysReady.questions > 0
  ? [{ name: 'function:answerQuestion', instanceCount: alwaysReady.questions }]
  : []

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: false
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Teams and Web Chat call from Microsoft's addresses, which change: the token in each request protects the endpoint.
    publicNetworkAccess: 'Enabled'
    clientAffinityEnabled: false
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: [for setting in items(union(chosenSettings, deployedSettings, secretSettings, pageSettings)): {
        name: setting.key
        value: setting.value
      }]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'node'
        version: '24'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: concat(warmHttp, warmQuestions)
      }
    }
  }

  // Not a loop: the compiler checks this type by its name and warns if the name is computed (BCP225).
  resource scmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

@description('Resource id of the function app.')
output id string = app.id

@description('Name of the function app.')
output name string = app.name

@description('Host name of the function app.')
output hostName string = app.properties.defaultHostName
