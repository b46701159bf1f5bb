import type { EntraApp } from './entraApp.ts';
import type { Plan } from './plan.ts';
import { sharedApp } from './sharedApp.ts';

// Each of them is one write. Microsoft Graph replaces a list as a whole, so what an app has already is written again.

/**
 * What goes first: with tokens of version 2 the tenant's default policy accepts the Application ID URI that Teams wants.
 */
export function basics(app: EntraApp, { federation }: Plan): object {
  const wanted = federation ? [sharedApp.graph] : [sharedApp.graph, sharedApp.databricks];
  const claims = app.optionalClaims?.accessToken ?? [];
  const claim = { name: sharedApp.federatedClaim, essential: false };
  return {
    web: { redirectUris: [...new Set([...app.web.redirectUris, sharedApp.redirectUri])] },
    api: { requestedAccessTokenVersion: 2 },
    requiredResourceAccess: wanted.reduce(withResource, app.requiredResourceAccess),
    ...(federation && {
      optionalClaims: {
        ...app.optionalClaims,
        accessToken: [...claims.filter(({ name }) => name !== claim.name), claim],
      },
    }),
  };
}

/** The app's own address, and the permission under it that Teams asks for. */
export function address(app: EntraApp, { identifierUri }: Plan): object {
  const scopes = app.api.oauth2PermissionScopes;
  return {
    identifierUris: [...new Set([...app.identifierUris, identifierUri])],
    api: {
      // One that is enabled can't be replaced by one with another ID.
      oauth2PermissionScopes: scopes.some(isOurs) ? scopes : [...scopes, sharedApp.scope],
    },
  };
}

/** Lets Teams have that permission without asking anyone. Its ID must be there before: Entra looks it up. */
export function clients(app: EntraApp): object {
  const scope = app.api.oauth2PermissionScopes.find(isOurs) ?? sharedApp.scope;
  const known = app.api.preAuthorizedApplications;
  const others = known.filter(({ appId }) =>
    sharedApp.clients.every((each) => each.appId !== appId),
  );
  const ours = sharedApp.clients.map(({ appId }) => {
    const before = known.find((each) => each.appId === appId)?.delegatedPermissionIds ?? [];
    return { appId, delegatedPermissionIds: [...new Set([...before, scope.id])] };
  });
  return { api: { preAuthorizedApplications: [...others, ...ours] } };
}

/** Lets people sign in to the chat page, and the page get a token for the app itself, if it offers a permission. */
export function page(app: EntraApp, { pageHosts }: Plan): object {
  const { callback, guestClaim } = sharedApp.page;
  const callbacks = pageHosts.map((host) => `https://${host}${callback}`);
  const claims = app.optionalClaims?.idToken ?? [];
  const scope = app.api.oauth2PermissionScopes.find(isOurs);
  const own = scope ? [{ resourceAppId: app.appId, scopes: [scope] }] : [];
  return {
    web: {
      redirectUris: [...new Set([...app.web.redirectUris, ...callbacks])],
      implicitGrantSettings: { enableIdTokenIssuance: true },
    },
    requiredResourceAccess: [sharedApp.graph, ...own].reduce(
      withResource,
      app.requiredResourceAccess,
    ),
    optionalClaims: {
      ...app.optionalClaims,
      idToken: [
        ...claims.filter(({ name }) => name !== guestClaim),
        { name: guestClaim, essential: false },
      ],
    },
  };
}

const isOurs = ({ value }: { value?: string | null | undefined }) =>
  value === sharedApp.scope.value;

type Access = EntraApp['requiredResourceAccess'];

function withResource(
  all: Access,
  wanted: { resourceAppId: string; scopes: { id: string }[] },
): Access {
  const has = ({ resourceAppId }: Access[number]) => resourceAppId === wanted.resourceAppId;
  const before = all.find(has)?.resourceAccess ?? [];
  const missing = wanted.scopes.filter(({ id }) => before.every((each) => each.id !== id));
  const resourceAccess = [...before, ...missing.map(({ id }) => ({ id, type: 'Scope' }))];
  return [
    ...all.filter((each) => !has(each)),
    { resourceAppId: wanted.resourceAppId, resourceAccess },
  ];
}
