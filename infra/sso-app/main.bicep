metadata description = 'The Entra app that people sign in to, if Genie is asked as each of them. A file of its own: its extension comes from a registry, and deploying it takes a role in Entra ID. npm run sso-app makes the same with the Azure CLI.'

import { encodeGuid } from 'encodeGuid.bicep'

extension microsoftGraphV1

targetScope = 'resourceGroup'

@description('App ID of the bot: the output botAppId of main.bicep.')
param botAppId string

@description('What people see as the app\'s name when they sign in.')
param displayName string = 'Genie sign-in'

@description('Its Application ID URI. Teams wants the part botid-.')
param identifierUri string = 'api://botid-${botAppId}'

@description('The end of the subject of the federated credential. The bot\'s connection must have the same.')
param uniqueIdentifier string = botAppId

@description('Whether Databricks exchanges the app\'s own tokens, as on AWS and Google Cloud. Otherwise people sign in for Azure Databricks.')
param federation bool = false

var shared = loadJsonContent('app.json')
var resources = federation ? [shared.graph] : [shared.graph, shared.databricks]

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: 'genie-sign-in-${botAppId}'
  displayName: displayName
  // The token service's federated credentials work in one tenant only.
  signInAudience: 'AzureADMyOrg'
  identifierUris: [identifierUri]
  web: {
    redirectUris: [shared.redirectUri]
  }
  api: {
    // Also exempts the app from the tenant's default policy on Application ID URIs.
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [shared.scope]
    preAuthorizedApplications: [
      for client in shared.clients: {
        appId: client.appId
        delegatedPermissionIds: [shared.scope.id]
      }
    ]
  }
  requiredResourceAccess: [
    for resource in resources: {
      resourceAppId: resource.resourceAppId
      resourceAccess: map(resource.scopes, scope => { id: scope.id, type: 'Scope' })
    }
  ]
  optionalClaims: {
    accessToken: federation ? [{ name: shared.federatedClaim, essential: false }] : []
  }
}

resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

resource credential 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {
  name: '${app.uniqueName}/${shared.credential.name}'
  description: shared.credential.description
  issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  audiences: [shared.credential.audience]
  subject: '/eid1/c/pub/t/${encodeGuid(tenant().tenantId)}/a/${encodeGuid(shared.credential.tokenServiceAppId)}/${uniqueIdentifier}'
}

@description('Client ID of the app: SSO_APP_ID of main.bicepparam and of the Teams package.')
output ssoAppId string = app.appId

@description('Its Application ID URI: SSO_IDENTIFIER_URI, if it isn\'t the default.')
output identifierUri string = identifierUri

@description('The end of the credential\'s subject: SSO_UNIQUE_IDENTIFIER, if it isn\'t the default.')
output uniqueIdentifier string = uniqueIdentifier

@description('Object ID of the app\'s service principal, for assignments and Conditional Access.')
output servicePrincipalId string = servicePrincipal.id
