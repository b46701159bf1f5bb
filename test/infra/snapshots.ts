import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { deployments } from './snapshots/deployments.ts';
import { valueAt } from './template.ts';

/** What a deployment would create, as it is committed. Values that only Azure knows are expressions in brackets. */
export interface Snapshot {
  predictedResources: CreatedResource[];
  diagnostics: unknown[];
  outputs: Record<string, unknown>;
}

export interface CreatedResource extends Record<string, unknown> {
  id: string;
  type: string;
  name: string;
}

interface AppSetting {
  name: string;
  value: string;
}

export type DeploymentName = keyof typeof deployments;

export function readSnapshotFile(file: string): string {
  return readFileSync(join(import.meta.dirname, 'snapshots', file), 'utf8');
}

export const snapshotOf = (name: DeploymentName): Snapshot =>
  JSON.parse(readSnapshotFile(`${name}.json`));

/** The resources of a type that a deployment creates. */
export function createdBy(name: DeploymentName, type: string): CreatedResource[] {
  return snapshotOf(name).predictedResources.filter((resource) => resource.type === type);
}

/** The app's settings in a deployment, by name. */
export function appSettingsOf(name: DeploymentName): Record<string, string> {
  const [site] = createdBy(name, 'Microsoft.Web/sites');
  const settings = valueAt(site, 'properties.siteConfig.appSettings') as AppSetting[];
  return Object.fromEntries(settings.map((each) => [each.name, each.value]));
}
