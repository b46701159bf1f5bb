metadata description = 'The key of Direct Line in Key Vault, where the chat page gets it from. It goes from one to the other in the deployment, and is in no output.'

@description('Name of the Key Vault.')
param vaultName string

@description('Name of the secret in it.')
param secretName string

@description('Name of the bot, whose channels are written.')
param botName string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' existing = {
  name: botName

  resource directLine 'channels' existing = {
    name: 'DirectLineChannel'
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: secretName
  properties: {
    value: bot::directLine.listChannelWithKeys().setting.sites[0].key
    contentType: 'Direct Line key of the Genie bot'
  }
}
