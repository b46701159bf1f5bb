metadata description = 'The storage account: the app package, the host\'s own leases, and the bot\'s tables and queues. No shared keys.'

@description('Name of the account: 3 to 24 lower-case letters and digits.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Copies: three in one data centre, or one in each of three zones.')
param sku 'Standard_LRS' | 'Standard_ZRS'

@description('Whether the account can only be reached through private endpoints.')
param isPrivate bool

// The code asks for these by name (src/storage/openStorage.ts).
var tableNames = ['sessions', 'questions', 'budget', 'places', 'chats', 'turns', 'subscriptions', 'keys']
// The poison queues are created here, so that their functions have a queue to poll before the first failure.
var queueNames = ['questions', 'questions-poison', 'subscriptions', 'subscriptions-poison']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // An earlier package can be restored for a week.
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'app-package'
  properties: {
    publicAccess: 'None'
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [for queueName in queueNames: {
  parent: queueService
  name: queueName
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [for tableName in tableNames: {
  parent: tableService
  name: tableName
}]

@description('Resource id.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Address of the blobs, with a slash at the end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queues, with a slash at the end.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of the tables, with a slash at the end.')
output tableEndpoint string = account.properties.primaryEndpoints.table

@description('Address of the container for the app package.')
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
