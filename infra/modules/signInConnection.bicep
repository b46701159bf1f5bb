metadata description = 'The bot\'s OAuth connection, with which people sign in. It has no secret: the app trusts the Bot Framework\'s token service.'

@description('Name of the bot.')
param botName string

@description('App ID of the bot.')
param botAppId string

@description('Client ID of the Entra app that people sign in to.')
param ssoAppId string

@description('The app\'s Application ID URI, as in the Teams manifest; empty: api://botid- and the bot\'s app ID.')
param identifierUri string

@description('The end of the subject of the app\'s federated credential; empty: the bot\'s app ID.')
param uniqueIdentifier string

@description('Name of the connection.')
param connectionName string

@description('What it asks Entra ID for, separated by spaces; empty: what fits the exchange.')
param scopes string

@description('Whether people\'s Entra tokens are exchanged for Databricks\' own.')
param exchange 'none' | 'federation'

var uri = empty(identifierUri) ? 'api://botid-${botAppId}' : identifierUri

// Databricks on Azure takes Entra ID's tokens for Azure Databricks (2ff814a6-…). Elsewhere it exchanges one for the app
// itself, which a federation policy trusts. Without offline_access the token service could renew neither.
var resourceScope = exchange == 'federation'
  ? '${uri}/access_as_user'
  : '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default'

resource bot 'Microsoft.BotService/botServices@2022-09-15' existing = {
  name: botName
}

resource connection 'Microsoft.BotService/botServices/connections@2022-09-15' = {
  parent: bot
  name: connectionName
  location: 'global'
  properties: {
    // Not in Azure's documentation: the one of `az bot authsetting list-providers` that takes no secret.
    serviceProviderId: 'c00b44ab-5e16-c44c-af26-2fd5bc55eb18'
    serviceProviderDisplayName: 'AAD v2 with Federated Credentials'
    clientId: ssoAppId
    scopes: empty(scopes) ? '${resourceScope} openid profile offline_access' : scopes
    parameters: [
      {
        key: 'ClientId'
        value: ssoAppId
      }
      {
        // The last part of the subject alone: with all of it the sign-in fails with AADSTS7002137.
        key: 'UniqueIdentifier'
        value: empty(uniqueIdentifier) ? botAppId : uniqueIdentifier
      }
      {
        // Without it Teams never signs people in silently.
        key: 'TokenExchangeUrl'
        value: uri
      }
      {
        key: 'TenantId'
        value: tenant().tenantId
      }
    ]
  }
}
