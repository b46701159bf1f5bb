import type { Az } from '../../../local/verify/az/az.ts';
import { explainAzFailure } from '../../../local/verify/az/explainAzFailure.ts';

type Json = Record<string, unknown>;

export interface EntraDouble {
  az: Az;
  /** Every call, in one line. */
  calls: readonly string[];
  /** Those that changed something. */
  writes(): readonly string[];
  apps: Map<string, EntraAppDouble>;
  servicePrincipals: Set<string>;
  consented: Set<string>;
  /** What the tenant allows. */
  tenant: { exemptsVersion2: boolean; canWrite: boolean; canConsent: boolean; cloud: string };
  /** How many calls a new app stays unknown. */
  lag: number;
}

export interface EntraAppDouble {
  id: string;
  appId: string;
  uniqueName?: string;
  body: Json;
  credentials: (Json & { id: string; name: string })[];
}

export const theTenant = '01234567-89ab-cdef-fedc-ba9876543210';
export const theBot = '00000000-0000-0000-0000-00000000000d';
/** The object ID of the bot's identity. */
export const thePrincipal = '44444444-0000-4000-8000-00000000000d';

/**
 * The Azure CLI with an Entra ID behind it that keeps its rules about the order of writes: an Application ID URI that is
 * neither of a verified domain nor of the tenant needs tokens of version 2, a client can only be given a permission
 * that is there, and an enabled permission can't be replaced.
 */
export function createEntraDouble(): EntraDouble {
  const calls: string[] = [];
  const apps: EntraDouble['apps'] = new Map();
  const servicePrincipals = new Set<string>();
  const consented = new Set<string>();
  const tenant = { exemptsVersion2: true, canWrite: true, canConsent: true, cloud: 'AzureCloud' };
  let made = 0;

  const refuse = (args: readonly string[], status: string, code: string, message: string) =>
    explainAzFailure(args, `ERROR: ${status}(${JSON.stringify({ error: { code, message } })})\n`);

  const rest = (args: readonly string[]): unknown => {
    const value = (option: string) => args[args.indexOf(option) + 1] ?? '';
    const path = value('--url').replace('https://graph.microsoft.com/v1.0', '');
    const isGet = value('--method') === 'get';
    const body: Json = isGet ? {} : JSON.parse(value('--body'));
    const missing = () =>
      refuse(args, 'Not Found', 'Request_ResourceNotFound', `Resource '${path}' does not exist.`);
    if (!isGet && !tenant.canWrite) {
      const words = 'Insufficient privileges to complete the operation.';
      throw refuse(args, 'Forbidden', 'Authorization_RequestDenied', words);
    }
    const [, principal] = /^\/servicePrincipals\(appId='(.*)'\)$/.exec(path) ?? [];
    if (principal === theBot) return { id: thePrincipal, appId: theBot };
    if (principal) {
      if (servicePrincipals.has(principal)) return { appId: principal };
      throw missing();
    }
    if (path === '/servicePrincipals') return void servicePrincipals.add(String(body['appId']));
    const [, key, name] = /^\/applications\((appId|uniqueName)='(.*)'\)$/.exec(path) ?? [];
    const [, id, credential] =
      /^\/applications\/([\w-]+)(\/federatedIdentityCredentials.*)?$/.exec(path) ?? [];
    const app = [...apps.values()].find((each) =>
      key ? each[key as 'appId' | 'uniqueName'] === name : each.id === id,
    );
    if (!app && key === 'uniqueName' && args.includes('Prefer=create-if-missing')) {
      made += 1;
      const at = `00000000-0000-4000-8000-00000000000${made}`;
      const appId = `11111111-0000-4000-8000-00000000000${made}`;
      const created = { id: at, appId, uniqueName: name ?? '', body: {}, credentials: [] };
      apps.set(at, created);
      change(args, created, body);
      return { id: at, appId, ...created.body };
    }
    if (!app) throw missing();
    if (!isGet && !key && double.lag > 0) {
      double.lag -= 1;
      throw missing();
    }
    if (credential !== undefined) return credentials(app, credential, isGet, body);
    if (isGet) return { id: app.id, appId: app.appId, ...app.body };
    return change(args, app, body);
  };

  const change = (args: readonly string[], app: EntraAppDouble, body: Json): void => {
    const before = (app.body['api'] ?? {}) as Json;
    const api = { ...before, ...((body['api'] ?? {}) as Json) };
    const uris = (body['identifierUris'] ?? []) as string[];
    const isFree = (uri: string) => uri.includes('contoso.com/') || uri.includes(theTenant);
    // Judged by how the app was: one write can't do both.
    const isExempt = tenant.exemptsVersion2 && before['requestedAccessTokenVersion'] === 2;
    const newUris = uris.filter(
      (uri) => !((app.body['identifierUris'] ?? []) as string[]).includes(uri),
    );
    if (newUris.some((uri) => !isFree(uri) && !isExempt)) {
      const words = `Failed to add identifier URI ${newUris[0]}. All newly added URIs must contain a tenant verified domain, tenant ID, or app ID, as per the default tenant policy of your organization.`;
      throw refuse(args, 'Bad Request', 'HostNameNotOnVerifiedDomain', words);
    }
    for (const other of apps.values()) {
      const theirs = (other.body['identifierUris'] ?? []) as string[];
      if (other !== app && newUris.some((uri) => theirs.includes(uri))) {
        const words =
          'Another object with the same value for property identifierUris already exists.';
        throw refuse(args, 'Bad Request', 'Request_BadRequest', words);
      }
    }
    const idsOf = (scopes: unknown) => ((scopes ?? []) as { id: string }[]).map(({ id }) => id);
    const lost = idsOf(before['oauth2PermissionScopes']).filter(
      (id) => !idsOf(api['oauth2PermissionScopes']).includes(id),
    );
    if (lost.length > 0) {
      const words = 'Property value cannot be deleted unless it is disabled first.';
      throw refuse(args, 'Bad Request', 'CannotDeleteOrUpdateEnabledEntitlement', words);
    }
    const given = (
      (api['preAuthorizedApplications'] ?? []) as { delegatedPermissionIds: string[] }[]
    )
      .flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds)
      .find((id) => !idsOf(before['oauth2PermissionScopes']).includes(id));
    if (given) {
      const words = `Property PreAuthorizedApplication references applications with Permission Id that cannot be found.`;
      throw refuse(args, 'Bad Request', 'InvalidValue', words);
    }
    app.body = { ...app.body, ...body, api };
  };

  const credentials = (app: EntraAppDouble, path: string, isGet: boolean, body: Json): unknown => {
    if (isGet) return { value: app.credentials };
    const at = path.split('/')[2];
    const same = app.credentials.find(({ id }) => id === at);
    if (same) return void Object.assign(same, body);
    made += 1;
    return void app.credentials.push({ id: `credential-${made}`, name: '', ...body });
  };

  const double: EntraDouble = {
    calls,
    apps,
    servicePrincipals,
    consented,
    tenant,
    lag: 0,
    writes: () => calls.filter((line) => /--method (?:patch|post)|admin-consent/.test(line)),
    az: async (args, { signal } = {}) => {
      signal?.throwIfAborted();
      const line = args.join(' ');
      calls.push(line);
      if (line === 'account show') return { tenantId: theTenant, environmentName: tenant.cloud };
      if (line.startsWith('deployment group show')) {
        const isThere = line.endsWith('--name genie');
        const outputs = isThere ? { botAppId: { type: 'String', value: theBot } } : null;
        return { properties: { provisioningState: 'Succeeded', outputs } };
      }
      if (line.startsWith('rest ')) return rest(args);
      if (line.startsWith('ad app permission admin-consent --id ')) {
        if (!tenant.canConsent) {
          throw explainAzFailure(
            args,
            "ERROR: AADSTS65001: The user or administrator has not consented to use the application with ID '1950a258'. Send an interactive authorization request.\n",
          );
        }
        return void consented.add(args.at(-1) ?? '');
      }
      throw new Error(`The double doesn’t know az ${line}`);
    },
  };
  return double;
}
