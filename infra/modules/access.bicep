metadata description = 'All role assignments, in one table.'

@description('Object id of the bot\'s identity.')
param principalId string

@description('Name of the storage account.')
param storageName string

@description('Name of the Key Vault.')
param vaultName string

@description('Name of the Application Insights component.')
param appInsightsName string

@description('Object ID of the operator, who can set the Databricks credential; empty: no new one.')
param operatorId string

@description('The operator\'s kind of account.')
param operatorType 'User' | 'Group' | 'ServicePrincipal'

var roles = {
  storage: {
    // The host creates containers for its leases and keys, and reads the package from one.
    blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
    queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
    tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  }
  vault: {
    secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
    secretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
  }
  appInsights: {
    // Without it, telemetry is silently dropped, because the component only accepts Entra tokens.
    metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource appInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: appInsightsName
}

resource botOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles.storage): {
  scope: storage
  name: guid(storage.id, principalId, role.value)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

resource botOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, roles.vault.secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.vault.secretsUser)
  }
}

resource operatorOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorId)) {
  scope: vault
  name: guid(vault.id, operatorId, roles.vault.secretsOfficer)
  properties: {
    principalId: operatorId
    principalType: operatorType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.vault.secretsOfficer)
  }
}

resource botOnAppInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: appInsights
  name: guid(appInsights.id, principalId, roles.appInsights.metricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.appInsights.metricsPublisher)
  }
}
