import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A type: text, a number, a truth value, a list of one type, or an object by its properties. */
type Shape = 'text' | 'number' | 'flag' | readonly [Shape] | { readonly [property: string]: Shape };

/**
 * The part of the Microsoft Graph extension that infra/sso-app uses, after Graph's own reference
 * (https://learn.microsoft.com/graph/api/resources/application): it stands in where the registry can't be reached, and
 * knows no property that isn't here.
 */
const resources: Record<string, { required: string[]; readOnly: string[]; shape: Shape }> = {
  'Microsoft.Graph/applications@v1.0': {
    required: ['uniqueName', 'displayName'],
    readOnly: ['id', 'appId'],
    shape: {
      uniqueName: 'text',
      displayName: 'text',
      id: 'text',
      appId: 'text',
      signInAudience: 'text',
      identifierUris: ['text'],
      web: { redirectUris: ['text'] },
      api: {
        requestedAccessTokenVersion: 'number',
        oauth2PermissionScopes: [
          {
            id: 'text',
            value: 'text',
            type: 'text',
            isEnabled: 'flag',
            adminConsentDisplayName: 'text',
            adminConsentDescription: 'text',
            userConsentDisplayName: 'text',
            userConsentDescription: 'text',
          },
        ],
        preAuthorizedApplications: [{ appId: 'text', delegatedPermissionIds: ['text'] }],
      },
      requiredResourceAccess: [
        { resourceAppId: 'text', resourceAccess: [{ id: 'text', type: 'text' }] },
      ],
      optionalClaims: { accessToken: [{ name: 'text', essential: 'flag' }] },
    },
  },
  'Microsoft.Graph/servicePrincipals@v1.0': {
    required: ['appId'],
    readOnly: ['id'],
    shape: { appId: 'text', id: 'text' },
  },
  'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0': {
    required: ['name', 'audiences', 'issuer', 'subject'],
    readOnly: ['id'],
    shape: {
      name: 'text',
      id: 'text',
      description: 'text',
      issuer: 'text',
      audiences: ['text'],
      subject: 'text',
    },
  },
};

const required = 1;
const readOnly = 2;

/** Writes the extension to a file, with the compiler's own command. */
export function writeGraphExtension(bicepPath: string, file: string): void {
  const types: object[] = [];
  const add = (type: object) => ({ $ref: `#/${types.push(type) - 1}` });
  const describe = (
    shape: Shape,
    flagsOf: (name: string) => number = () => 0,
  ): { $ref: string } => {
    if (shape === 'text') return add({ $type: 'StringType' });
    if (shape === 'number') return add({ $type: 'IntegerType' });
    if (shape === 'flag') return add({ $type: 'BooleanType' });
    if (Array.isArray(shape)) return add({ $type: 'ArrayType', itemType: describe(shape[0]) });
    const properties = Object.entries(shape).map(([name, each]) => [
      name,
      { type: describe(each), flags: flagsOf(name) },
    ]);
    return add({
      $type: 'ObjectType',
      name: `object${types.length}`,
      properties: Object.fromEntries(properties),
    });
  };
  const entries = Object.entries(resources).map(([name, resource]) => {
    const flagsOf = (property: string) =>
      (resource.required.includes(property) ? required : 0) +
      (resource.readOnly.includes(property) ? readOnly : 0);
    const body = describe(resource.shape, flagsOf);
    const { $ref } = add({
      $type: 'ResourceType',
      name,
      body,
      readableScopes: 0,
      writableScopes: 0,
    });
    return [name, { $ref: `types.json${$ref}` }];
  });
  const folder = join(dirname(file), 'types');
  mkdirSync(folder);
  writeFileSync(join(folder, 'types.json'), JSON.stringify(types));
  const index = {
    resources: Object.fromEntries(entries),
    resourceFunctions: {},
    settings: { name: 'MicrosoftGraph', version: '1.0.0', isSingleton: true },
  };
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  const args = ['publish-extension', join(folder, 'index.json'), '--target', file];
  const { status, stderr } = spawnSync(bicepPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
