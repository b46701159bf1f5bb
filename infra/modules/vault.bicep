metadata description = 'Key Vault with the Databricks credential. Roles decide who can read it; deleted secrets can be recovered.'

@description('Name of the vault: 3 to 24 letters, digits and hyphens, unique in the world.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Whether the vault can only be reached through a private endpoint.')
param isPrivate bool

@description('Whether the vault is protected from being purged for 90 days, even by an owner. Cannot be undone.')
param purgeProtection bool

@description('Name of the secret that the bot reads.')
param credentialName string

@description('Its value; empty leaves an existing secret as it is.')
@secure()
param secretValue string = ''

@description('Resource id of the workspace that records who read what.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The service refuses `false`.
    enablePurgeProtection: purgeProtection ? true : null
    enabledForTemplateDeployment: false
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(secretValue)) {
  parent: vault
  name: credentialName
  properties: {
    value: secretValue
    contentType: 'Databricks credential of the Genie bot'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Resource id.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault.')
output uri string = vault.properties.vaultUri
