metadata description = 'The one identity of the bot: for the Bot Framework, storage, Key Vault, telemetry and, if wanted, Databricks.'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Application (client) id: the bot\'s app id.')
output clientId string = identity.properties.clientId

@description('Object ID, for role assignments.')
output principalId string = identity.properties.principalId
