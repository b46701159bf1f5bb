metadata description = 'The demo workspace as a function app of its own, for a trial without Databricks. Nothing of it belongs to the bot.'

targetScope = 'resourceGroup'

@description('Short name for the resources\' names: lower-case letters, digits and single hyphens.')
@minLength(2)
@maxLength(10)
param name string

@description('Region of all resources. Must offer Flex Consumption.')
param location string = resourceGroup().location

@description('What callers have to bring. Each deployment makes a new random one.')
@secure()
@minLength(32)
param token string

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

module identity '../../../infra/modules/identity.bicep' = {
  params: {
    name: 'id-${name}-demo'
    location: location
    tags: {}
  }
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'stdemo${replace(name, '-', '')}${suffix}'
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'app-package'
      properties: {
        publicAccess: 'None'
      }
    }
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, name, blobDataOwner)
  properties: {
    principalId: identity.outputs.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}-demo'
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${name}-demo-${suffix}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-${name}-demo')}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: [
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.outputs.clientId }
        { name: 'AzureWebJobsStorage__blobServiceUri', value: account.properties.primaryEndpoints.blob }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: account.properties.primaryEndpoints.queue }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: account.properties.primaryEndpoints.table }
        { name: 'AzureWebJobsDisableHomepage', value: 'true' }
        { name: 'WORKSPACE_TOKEN', value: token }
      ]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.outputs.id
          }
        }
      }
      runtime: {
        name: 'node'
        version: '24'
      }
      // It keeps conversations in memory, so one instance has to serve everything, and stay.
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
        alwaysReady: [{ name: 'http', instanceCount: 1 }]
        triggers: {
          http: {
            perInstanceConcurrency: 1000
          }
        }
      }
    }
  }
  dependsOn: [access]

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

@description('Name of the function app.')
output functionAppName string = app.name

@description('Host name of the function app.')
output hostName string = app.properties.defaultHostName
