import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infraDir } from './infraDir.ts';
import { createdBy } from './snapshots.ts';

const azureYaml = readFileSync(join(infraDir, '..', 'azure.yaml'), 'utf8');

describe('azure.yaml', () => {
  it('deploys the package made here, and builds nothing in Azure', () => {
    expect(azureYaml).toMatch(/^ {4}dist: dist\/app$/m);
    expect(azureYaml).toMatch(/^ {4}remoteBuild: false$/m);
    expect(azureYaml).toContain('run: npm run package');
  });

  it('names the service that the function app is tagged with', () => {
    const [, service] = /^services:\n {2}(\w+):/m.exec(azureYaml) ?? [];
    const [site] = createdBy('default', 'Microsoft.Web/sites');
    expect(site?.['tags']).toMatchObject({ 'azd-service-name': service });
  });
});
