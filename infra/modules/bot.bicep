metadata description = 'The Azure Bot resource and its channels.'

@description('Name (handle) of the bot, unique in the world.')
param name string

@description('Tags of every resource.')
param tags { *: string }

@description('What people see as the bot\'s name.')
param displayName string

@description('Resource id of the bot\'s identity.')
param identityId string

@description('Client id of the bot\'s identity.')
param identityClientId string

@description('Host name of the function app.')
param hostName string

@description('F0: free, 10,000 messages a month on Web Chat and Direct Line. S1: billed, with a service level agreement. Teams is free in both.')
param sku 'F0' | 'S1'

@description('Which channels are on, and which pages can open a Direct Line conversation.')
param channels {
  teams: bool
  webChat: bool
  directLine: bool
  directLineOrigins: string[]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    description: 'Questions about the company\'s data, answered by Databricks Genie'
    endpoint: 'https://${hostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    publicNetworkAccess: 'Enabled'
    schemaTransformationVersion: '1.3'
    isStreamingSupported: false
  }
}

// All channels are written, on or off: one that a deployment leaves out stays as it was, and a new bot has some on.
// One after the other: writing channels at the same time can clash on the bot's ETag.
resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: channels.teams
      acceptedTerms: true
      enableCalling: false
    }
  }
}

resource webChat 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'WebChatChannel'
  location: 'global'
  properties: {
    channelName: 'WebChatChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: channels.webChat
          isWebchatPreviewEnabled: true
        }
      ]
    }
  }
  dependsOn: [teams]
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  properties: {
    channelName: 'DirectLineChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: channels.directLine
          isV1Enabled: false
          isV3Enabled: true
          isSecureSiteEnabled: !empty(channels.directLineOrigins)
          trustedOrigins: channels.directLineOrigins
        }
      ]
    }
  }
  dependsOn: [webChat]
}

@description('Name of the bot.')
output name string = bot.name

@description('Where the Bot Framework sends messages.')
output messagingEndpoint string = bot.properties.endpoint
