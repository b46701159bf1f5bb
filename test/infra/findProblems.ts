import { forbiddenOnFlex } from './forbiddenOnFlex.ts';
import { type Resource, type Template, valueAt } from './template.ts';

/** The newest stable version that is well travelled: raise them together, on purpose. */
const apiVersions: Record<string, string> = {
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.Consumption/budgets': '2024-08-01',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/metricAlerts': '2018-03-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.Insights/workbooks': '2023-06-01',
  'Microsoft.KeyVault/vaults': '2025-05-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2024-11-30',
  'Microsoft.Network/natGateways': '2025-05-01',
  'Microsoft.Network/privateDnsZones': '2024-06-01',
  'Microsoft.Network/privateEndpoints': '2025-05-01',
  'Microsoft.Network/publicIPAddresses': '2025-05-01',
  'Microsoft.Network/virtualNetworks': '2025-05-01',
  'Microsoft.OperationalInsights/workspaces': '2025-07-01',
  'Microsoft.Storage/storageAccounts': '2025-06-01',
  'Microsoft.Web/serverfarms': '2025-03-01',
  'Microsoft.Web/sites': '2025-03-01',
};

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const roles: Record<string, string> = {
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': 'Key Vault Secrets Officer',
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
};

/** What a resource must say, word for word. */
const required: Record<string, Record<string, unknown>> = {
  'Microsoft.Storage/storageAccounts': {
    'properties.allowSharedKeyAccess': false,
    'properties.allowBlobPublicAccess': false,
    'properties.minimumTlsVersion': 'TLS1_2',
    'properties.supportsHttpsTrafficOnly': true,
  },
  'Microsoft.KeyVault/vaults': {
    'properties.enableRbacAuthorization': true,
    'properties.enableSoftDelete': true,
  },
  'Microsoft.Insights/components': { 'properties.DisableLocalAuth': true },
  'Microsoft.BotService/botServices': {
    location: 'global',
    'properties.msaAppType': 'UserAssignedMSI',
  },
  'Microsoft.Web/serverfarms': { 'sku.name': 'FC1', 'properties.reserved': true },
  'Microsoft.Web/sites': {
    'properties.httpsOnly': true,
    'properties.siteConfig.minTlsVersion': '1.2',
    'properties.siteConfig.ftpsState': 'Disabled',
    'properties.functionAppConfig.runtime.name': 'node',
    'properties.functionAppConfig.runtime.version': '24',
    'properties.functionAppConfig.deployment.storage.authentication.type': 'UserAssignedIdentity',
  },
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': { 'properties.allow': false },
};

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What is wrong with a template, a sentence each. */
export function findProblems(template: Template): string[] {
  const { name, resources, text } = template;
  const problems = [
    ...resources.flatMap(findResourceProblems),
    ...findRoleProblems(template),
    ...findSecretProblems(template),
    ...forbiddenOnFlex
      .filter((name) => new RegExp(`\\b${name}\\b`).test(text))
      .map((name) => `${name} must not be set on Flex Consumption`),
    ...(/\b(?:utcNow|newGuid)\(/i.test(text)
      ? ['what is deployed must not depend on the day or on chance']
      : []),
  ];
  return problems.map((problem) => `${name}: ${problem}`);
}

function findResourceProblems({ type, apiVersion, body }: Resource): string[] {
  // A nested resource has the version of the resource that it is in.
  const known = type.split('/').slice(0, 2).join('/');
  const version = apiVersions[known];
  return [
    ...(version === undefined || (apiVersion && apiVersion !== version)
      ? [`${type}@${apiVersion} is not in the table of versions`]
      : []),
    ...Object.entries(required[type] ?? {})
      .filter(([path, value]) => valueAt(body, path) !== value)
      .map(([path, value]) => `${type} must have ${path} ${String(value)}`),
  ];
}

function findRoleProblems({ resources, text }: Template): string[] {
  const assignments = resources.filter(({ type }) => type.endsWith('/roleAssignments'));
  if (assignments.length === 0) return [];
  return [
    ...[...text.matchAll(guid)]
      .filter(([id]) => roles[id] === undefined)
      .map(([id]) => `${id} is not in the table of roles`),
    ...assignments
      .filter(({ body }) => valueAt(body, 'properties.principalType') === undefined)
      .map(() => 'a role assignment without principalType fails while the identity is new'),
  ];
}

/** The text of a template without what goes straight into Key Vault: a key can be read for that, and for nothing else. */
const withoutVaultSecrets = ({ text, resources }: Template) =>
  resources
    .filter(({ type }) => type === 'Microsoft.KeyVault/vaults/secrets')
    .reduce((left, { body }) => {
      return left.replace(JSON.stringify(valueAt(body, 'properties.value')), '');
    }, text);

function findSecretProblems(template: Template): string[] {
  const { params, outputs } = template;
  const isSecret = (name: string) =>
    /(secret|token|password)/i.test(name) && !/(name|uri)$/i.test(name);
  const secure = params.filter((param) => param.isSecure);
  return [
    ...params
      .filter((param) => isSecret(param.name) && !param.isSecure)
      .map(({ name }) => `the parameter ${name} must be secure`),
    ...secure
      .filter(({ defaultValue = '' }) => defaultValue !== '')
      .map(({ name }) => `the secure parameter ${name} must have no value in the file`),
    ...params
      .filter((param) => !param.isDescribed)
      .map(({ name }) => `the parameter ${name} has no description`),
    ...outputs
      .filter(({ isDescribed }) => !isDescribed)
      .map(({ name }) => `the output ${name} has no description`),
    ...outputs
      .filter(
        ({ name, value }) =>
          isSecret(name) || secure.some((param) => JSON.stringify(value).includes(param.name)),
      )
      .map(({ name }) => `the output ${name} might hold a secret`),
    ...(/\blist[A-Z]\w*\(/.test(withoutVaultSecrets(template)) ? ['keys must not be listed'] : []),
  ];
}
