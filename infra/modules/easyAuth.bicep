metadata description = 'Sign-in for the chat page, by the platform (Easy Auth). It needs no secret: the Entra app trusts the bot\'s identity. Everything stays open, because the Bot Framework can\'t sign in there; the page\'s own functions refuse those who haven\'t.'

@description('Name of the function app.')
param appName string

@description('Whether the chat page is on.')
param isOn bool

@description('Client ID of the Entra app that people sign in to.')
param clientId string

@description('Client ID of the Entra app whose token the bot\'s sign-in connection exchanges; empty: none is asked for.')
param ssoAppId string

// By its client ID, not its URI: an app that asks for a token for itself is refused otherwise (AADSTS90009).
var scopes = 'openid profile email offline_access ${ssoAppId}/access_as_user'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

// Written on or off: left out, it would stay as it was.
resource auth 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: isOn
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
      // Their callers bring tokens that aren't Entra ID's for this app: Easy Auth has no say in them.
      excludedPaths: ['/api/messages', '/api/feedback']
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: {
        convention: 'NoProxy'
      }
      routes: {
        apiPrefix: '/.auth'
      }
    }
    identityProviders: isOn ? {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          // Says that the identity's token takes the secret's place, and which identity.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        login: {
          loginParameters: empty(ssoAppId) ? [] : ['scope=${scopes}']
        }
        validation: {
          allowedAudiences: [clientId]
          // Otherwise any app of the tenant could come with a token of its own, without a person.
          defaultAuthorizationPolicy: {
            allowedApplications: [clientId]
          }
        }
      }
    } : {}
    login: {
      // Nothing is kept of a person's tokens unless the page signs in to Databricks with one.
      tokenStore: {
        enabled: !empty(ssoAppId)
      }
      cookieExpiration: {
        convention: 'FixedTime'
        timeToExpiration: '08:00:00'
      }
      nonce: {
        validateNonce: true
        nonceExpirationInterval: '00:05:00'
      }
      preserveUrlFragmentsForLogins: false
    }
  }
}
